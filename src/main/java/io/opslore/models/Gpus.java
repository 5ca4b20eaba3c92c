package io.opslore.models;

import io.opslore.identity.Asker;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import org.springframework.stereotype.Service;

/** The graphics cards that the models run on. Thread-safe. */
@Service
public class Gpus {

    private final GpuWatch watch;

    Gpus(GpuWatch watch) {
        this.watch = watch;
    }

    /** For those who manage models: as of the last look, with the last day. */
    @NeedsPermission(Permission.MODEL_MANAGE)
    public GpuState state(Asker asker) {
        return watch.state();
    }

    /**
     * For everyone: says that something was seen, not what. On a background thread.
     *
     * @return ends the subscription when run
     */
    public Runnable onChange(Runnable listener) {
        return watch.onChange(listener);
    }
}
