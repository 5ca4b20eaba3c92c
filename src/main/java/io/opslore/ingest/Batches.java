package io.opslore.ingest;

import io.opslore.identity.Asker;
import io.opslore.identity.Permission;
import io.opslore.ingest.BatchItem.Outcome;
import io.opslore.ingest.batch.BatchBoard;
import io.opslore.ingest.batch.BatchRow;
import io.opslore.ingest.batch.BatchRows;
import io.opslore.ingest.batch.ItemRows;
import io.opslore.library.DocumentId;
import io.opslore.library.Grants;
import io.opslore.library.NotFound;
import io.opslore.library.ReadScope;
import io.opslore.library.SpaceId;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Batches as people look at them: each may be seen by its sender and by those who manage its space;
 * both may pause and cancel it. Thread-safe.
 */
@Service
public class Batches {

    private final BatchRows batches;
    private final ItemRows items;
    private final BatchBoard board;
    private final Grants grants;
    private final Clock clock;

    Batches(BatchRows batches, ItemRows items, BatchBoard board, Grants grants, Clock clock) {
        this.batches = batches;
        this.items = items;
        this.board = board;
        this.grants = grants;
        this.clock = clock;
    }

    /** The space's latest batches that the asker may see, the newest first. */
    public List<Batch> latest(SpaceId space, int most, Asker asker) {
        grants.requireRead(space, asker);
        boolean all = managed(space, asker);
        return batches.latest(space, most).stream()
                .filter(batch -> all || isSender(batch, asker))
                .map(this::batch)
                .toList();
    }

    /** One batch; {@link NotFound} for those who may not see it. */
    public Batch batch(BatchId id, Asker asker) {
        return batch(visible(id, asker));
    }

    /**
     * A part of a batch's files, those that failed first.
     *
     * @param only of this outcome; null for all
     */
    public List<BatchItem> items(
            BatchId id, @Nullable Outcome only, int offset, int limit, Asker asker) {
        BatchRow batch = visible(id, asker);
        ReadScope scope = grants.readable(asker);
        return items.list(id, only, offset, limit).stream()
                .map(item -> isHidden(item, batch.space(), scope) ? item.asSent() : item)
                .toList();
    }

    /** Whether the asker may pause and cancel it. */
    public boolean maySteer(Batch batch, Asker asker) {
        return batch.startedBy().equals(asker.username()) || managed(batch.space(), asker);
    }

    /** Begins nothing new until {@link #resume}; what is on its way arrives. */
    public void pause(BatchId id, Asker asker) {
        BatchRow batch = visible(id, asker);
        batches.pause(batch, asker);
        board.announce(batch.space());
    }

    /** Ends a pause. */
    public void resume(BatchId id, Asker asker) {
        BatchRow batch = visible(id, asker);
        batches.goOn(batch, asker);
        board.announce(batch.space());
    }

    /** Ends it for good; what is in stays in. */
    public void cancel(BatchId id, Asker asker) {
        BatchRow batch = visible(id, asker);
        batches.cancel(batch, asker);
        board.announce(batch.space());
    }

    /**
     * For readers of the space: calls the action after every change of one of its batches, on the
     * thread that made it, so it must return at once.
     *
     * @return ends it when run; may be run twice
     */
    public Runnable subscribe(SpaceId space, Asker asker, Runnable action) {
        grants.requireRead(space, asker);
        return board.subscribe(space, action);
    }

    private Batch batch(BatchRow row) {
        String unpacking = row.unpacking();
        return new Batch(
                row.id(),
                row.space(),
                row.name(),
                row.sender().username(),
                row.startedAt(),
                row.state(clock.instant()),
                row.announced(),
                new Batch.Progress(
                        row.received().files(),
                        row.received().bytes() + board.onTheirWay(row.id()),
                        unpacking == null ? "" : unpacking,
                        board.unpacked(row.id())),
                items.counts(row.id()));
    }

    private BatchRow visible(BatchId id, Asker asker) {
        BatchRow batch = batches.find(id).orElseThrow(() -> new NotFound("Batch"));
        if (!grants.may(Permission.DOCUMENT_READ, batch.space(), asker)
                || !isSender(batch, asker) && !managed(batch.space(), asker)) {
            throw new NotFound("Batch");
        }
        return batch;
    }

    /** The document was narrowed since its sender sent it. */
    private static boolean isHidden(BatchItem item, SpaceId space, ReadScope scope) {
        DocumentId document = item.document();
        return document != null && !scope.covers(space, document);
    }

    /** A batch names its files, and some of them may be narrowed since. */
    private boolean managed(SpaceId space, Asker asker) {
        return grants.may(Permission.SPACE_MANAGE, space, asker);
    }

    private static boolean isSender(BatchRow batch, Asker asker) {
        return batch.sender().id().equals(asker.id());
    }
}
