package io.opslore.ingest;

import io.opslore.identity.Asker;
import io.opslore.ingest.BatchItem.Reason;
import io.opslore.ingest.batch.BatchBoard;
import io.opslore.ingest.batch.BatchRow;
import io.opslore.ingest.batch.BatchRows;
import io.opslore.kit.VisibleName;
import io.opslore.library.Grants;
import io.opslore.library.NotFound;
import io.opslore.library.SpaceId;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.springframework.stereotype.Service;

/** The sender's side of a batch: everything here is for the one who began it. Thread-safe. */
@Service
public class Sending {

    private static final int LONGEST_NAME = 200;

    private final Receiving receiving;
    private final BatchRows batches;
    private final BatchBoard board;
    private final Grants grants;
    private final Clock clock;

    Sending(Receiving receiving, BatchRows batches, BatchBoard board, Grants grants, Clock clock) {
        this.receiving = receiving;
        this.batches = batches;
        this.board = board;
        this.grants = grants;
        this.clock = clock;
    }

    /**
     * For those who may write to the space: begins a batch.
     *
     * @param name for people, of what is sent
     */
    public BatchId begin(SpaceId space, String name, Batch.Announced announced, Asker asker) {
        grants.requireWrite(space, asker);
        String plain = receiving.named(name, space).replaceAll("\\p{Cntrl}", " ").strip();
        String readable = VisibleName.of(plain);
        BatchId id =
                batches.add(
                        space,
                        readable.substring(0, Math.min(LONGEST_NAME, readable.length())),
                        announced,
                        asker);
        board.announce(space);
        return id;
    }

    /**
     * Takes one file in, or an archive to be unpacked. What is wrong with the file itself is
     * written down and no error.
     *
     * @throws NotFound for a batch that the asker did not begin, or whose space is gone for them
     * @throws io.opslore.identity.NotAllowed if the asker may not write to the space any more
     * @throws IOException if the stream ends early, or the bytes cannot be kept; the file may be
     *     sent again
     */
    public Batch.State take(BatchId id, String path, InputStream bytes, Asker asker)
            throws IOException {
        BatchRow batch = own(id, asker);
        if (batch.flags().cancelled()) {
            return Batch.State.CANCELLED;
        }
        grants.requireWrite(batch.space(), asker);
        receiving.take(batch, path, bytes, asker);
        return stateNow(id, asker);
    }

    /** A file will not come. */
    public void passOver(BatchId id, String path, Reason reason, String detail, Asker asker) {
        BatchRow batch = own(id, asker);
        receiving.passOver(batch, path, reason, detail);
        board.announce(batch.space());
    }

    /** The sender is there, and hears what became of the batch in the meantime. */
    public Batch.State heard(BatchId id, Asker asker) {
        own(id, asker);
        batches.heard(id);
        return stateNow(id, asker);
    }

    /** The sender goes away. */
    public void left(BatchId id, Asker asker) {
        BatchRow batch = own(id, asker);
        batches.left(id);
        board.forget(id);
        board.announce(batch.space());
    }

    /** Everything was sent. */
    public void finished(BatchId id, Asker asker) {
        BatchRow batch = own(id, asker);
        batches.sent(id);
        board.announce(batch.space());
    }

    private Batch.State stateNow(BatchId id, Asker asker) {
        return own(id, asker).state(clock.instant());
    }

    private BatchRow own(BatchId id, Asker asker) {
        return batches.find(id)
                .filter(batch -> batch.sender().id().equals(asker.id()))
                .orElseThrow(() -> new NotFound("Batch"));
    }
}
