package io.opslore.models;

import io.opslore.identity.Asker;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * What the model server holds, as an admin sees and steers it. Fetching and warming up return at
 * once; how far they are stands in the {@link #overview}. Thread-safe.
 */
@Service
@NeedsPermission(Permission.MODEL_MANAGE)
public class ServerModels {

    private final ServerLook look;
    private final ModelKeeper keeper;
    private final Pulls pulls;
    private final WarmUps warmUps;
    private final ApplicationEventPublisher events;

    ServerModels(
            ServerLook look,
            ModelKeeper keeper,
            Pulls pulls,
            WarmUps warmUps,
            ApplicationEventPublisher events) {
        this.look = look;
        this.keeper = keeper;
        this.pulls = pulls;
        this.warmUps = warmUps;
        this.events = events;
    }

    /** For admins. Asks the server, for some seconds at most. */
    public ServerOverview overview(Asker asker) {
        return look.overview();
    }

    /**
     * For admins. Calls the listener on a background thread when something is not as it was, and
     * every few seconds, because a server unloads models without a word.
     *
     * @return ends the subscription when run
     */
    public Runnable subscribe(Asker asker, Runnable listener) {
        return look.subscribe(listener);
    }

    /**
     * For admins. Fetches a model, or its newer version. Returns whether it was begun: it is not
     * where the same model is on its way.
     */
    public boolean pull(String model, Asker asker) {
        boolean begun = pulls.start(model.strip());
        if (begun) {
            events.publishEvent(ServerModelsChanged.by("pull", model.strip(), asker));
        }
        return begun;
    }

    /** For admins. The server keeps what came. */
    public void cancelPull(String model, Asker asker) {
        pulls.cancel(model);
    }

    /** For admins. Puts away a fetch that ended, or a warm-up that failed. */
    public void dismiss(String model, Asker asker) {
        pulls.dismiss(model);
        warmUps.forget(model);
    }

    /**
     * For admins. Takes a model off the server's disk.
     *
     * @throws ModelFailure if the server does not do so
     */
    public void delete(String model, Asker asker) {
        keeper.delete(model);
        warmUps.keep(model, false);
        events.publishEvent(ServerModelsChanged.by("delete", model, asker));
        look.changed();
    }

    /** For admins. Brings a model into memory. */
    public void warmUp(String model, Asker asker) {
        warmUps.start(List.of(model));
        events.publishEvent(ServerModelsChanged.by("warm-up", model, asker));
    }

    /**
     * For admins. Takes a model out of memory.
     *
     * @throws ModelFailure if the server does not do so
     */
    public void unload(String model, Asker asker) {
        keeper.unload(model);
        events.publishEvent(ServerModelsChanged.by("unload", model, asker));
        look.changed();
    }

    /** For admins. Whether a model is warmed up when the portal starts and by the schedule. */
    public void keepWarm(String model, boolean keep, Asker asker) {
        warmUps.keep(model, keep);
        events.publishEvent(
                ServerModelsChanged.by(keep ? "keep-warm" : "keep-warm-no-more", model, asker));
        look.changed();
    }
}
