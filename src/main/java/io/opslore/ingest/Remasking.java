package io.opslore.ingest;

import io.opslore.identity.Asker;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import io.opslore.ingest.queue.MaskBackfill;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * How far the stored texts are masked under the rules in force, for those who say what a secret is;
 * {@link io.opslore.identity.NotAllowed} for everyone else. Thread-safe.
 */
@Service
@NeedsPermission(Permission.MASKING_MANAGE)
public class Remasking {

    /** None while the portal is being maintained. */
    private final ObjectProvider<MaskBackfill> backfill;

    Remasking(ObjectProvider<MaskBackfill> backfill) {
        this.backfill = backfill;
    }

    /** For those who manage the masking: where it stands. */
    public State state(Asker asker) {
        MaskBackfill working = backfill.getIfAvailable();
        return working == null
                ? new State(false, 0, null)
                : new State(working.isBusy(), working.left(), working.problem());
    }

    /** For those who manage the masking: goes through what is due now, not in a minute. */
    public void start(Asker asker) {
        backfill.ifAvailable(MaskBackfill::wake);
    }

    /**
     * Where masking again stands.
     *
     * @param left texts that were masked under other rules, or never
     * @param problem why it came to no end lately; tried again by itself
     */
    public record State(boolean busy, int left, @Nullable String problem) {}
}
