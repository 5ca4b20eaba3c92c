package io.opslore.ingest.ui;

import io.opslore.identity.Asker;
import io.opslore.identity.Permission;
import io.opslore.ingest.Batch;
import io.opslore.ingest.BatchId;
import io.opslore.ingest.BatchItem;
import io.opslore.ingest.BatchItem.Outcome;
import io.opslore.ingest.Batches;
import io.opslore.ingest.IngestSettings;
import io.opslore.ingest.Retrying;
import io.opslore.library.DocumentId;
import io.opslore.library.Grants;
import io.opslore.library.RevisionId;
import io.opslore.library.SpaceId;
import io.opslore.library.Twins;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the pages of a space may ask about uploads. */
@Component
class Uploads {

    /** As many as somebody follows at one time. */
    private static final int FEW = 3;

    private static final int MANY = 50;

    private final Batches batches;
    private final Retrying retrying;
    private final Grants grants;
    private final IngestSettings settings;
    private final TreeMarks marks;

    Uploads(
            Batches batches,
            Retrying retrying,
            Grants grants,
            IngestSettings settings,
            TreeMarks marks) {
        this.batches = batches;
        this.retrying = retrying;
        this.grants = grants;
        this.settings = settings;
        this.marks = marks;
    }

    IngestSettings settings() {
        return settings;
    }

    /** For one page, which may ask on any thread. */
    Of of(SpaceId space, Asker asker) {
        return new Of(space, asker);
    }

    /** The uploads to one space, as one person sees them. */
    final class Of {

        private final SpaceId space;
        private final Asker asker;

        private Of(SpaceId space, Asker asker) {
            this.space = space;
            this.asker = asker;
        }

        boolean mayWrite() {
            return grants.mayWrite(space, asker);
        }

        List<Batch> latest() {
            return batches.latest(space, FEW, asker);
        }

        List<Batch> all() {
            return batches.latest(space, MANY, asker);
        }

        Batch batch(BatchId id) {
            return batches.batch(id, asker);
        }

        List<BatchItem> items(BatchId id, @Nullable Outcome only, int offset, int limit) {
            return batches.items(id, only, offset, limit, asker);
        }

        Map<DocumentId, Twins.Twin> twins() {
            return marks.twins(space, asker);
        }

        Set<DocumentId> narrowed() {
            return marks.narrowed(space, asker);
        }

        boolean mayManage() {
            return grants.may(Permission.SPACE_MANAGE, space, asker);
        }

        boolean isMine(Batch batch) {
            return batch.startedBy().equals(asker.username());
        }

        boolean maySteer(Batch batch) {
            return batches.maySteer(batch, asker);
        }

        void pause(BatchId batch) {
            batches.pause(batch, asker);
        }

        void resume(BatchId batch) {
            batches.resume(batch, asker);
        }

        void cancel(BatchId batch) {
            batches.cancel(batch, asker);
        }

        void retry(RevisionId revision) {
            retrying.retry(revision, asker);
        }

        int retryFailed(BatchId batch) {
            return retrying.retryFailed(batch, asker);
        }

        Runnable subscribe(Runnable action) {
            return batches.subscribe(space, asker, action);
        }
    }
}
