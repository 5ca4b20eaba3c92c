package io.opslore.ingest;

import io.opslore.guard.LimitReached;
import io.opslore.identity.Asker;
import io.opslore.ingest.BatchItem.Reason;
import io.opslore.ingest.archive.Archives;
import io.opslore.ingest.batch.BatchBoard;
import io.opslore.ingest.batch.BatchRow;
import io.opslore.ingest.batch.BatchRows;
import io.opslore.ingest.batch.ItemRows;
import io.opslore.ingest.batch.Unpacking;
import io.opslore.kit.CountingInputStream;
import io.opslore.library.SpaceId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.springframework.stereotype.Component;

/** Brings one file of a batch to where it belongs and writes down what became of it. */
@Component
class Receiving {

    private final Intake intake;
    private final Unpacking unpacking;
    private final BatchRows batches;
    private final ItemRows items;
    private final BatchBoard board;

    Receiving(
            Intake intake,
            Unpacking unpacking,
            BatchRows batches,
            ItemRows items,
            BatchBoard board) {
        this.intake = intake;
        this.unpacking = unpacking;
        this.batches = batches;
        this.items = items;
        this.board = board;
    }

    void take(BatchRow batch, String path, InputStream bytes, Asker asker) throws IOException {
        var watched =
                new CountingInputStream(
                        bytes, (more, count) -> board.move(batch.id(), batch.space(), more));
        try {
            if (Rubbish.in(path).isPresent()) {
                items.record(batch.id(), named(path, batch), Reason.RUBBISH, "");
            } else {
                // By the name that was given: a mask may cover its end.
                keep(batch, named(path, batch), Archives.isNamedLikeOne(path), watched, asker);
            }
            batches.received(batch.id(), watched.count());
        } finally {
            board.move(batch.id(), batch.space(), -watched.count());
        }
    }

    void passOver(BatchRow batch, String path, Reason reason, String detail) {
        items.record(batch.id(), named(path, batch), reason, detail);
        if (reason.outcome() == BatchItem.Outcome.FAILED) {
            batches.received(batch.id(), 0);
        }
    }

    /** As it may be kept and shown. */
    String named(String name, SpaceId space) {
        return intake.withoutSecrets(name, space);
    }

    private String named(String path, BatchRow batch) {
        return named(path, batch.space());
    }

    private void keep(BatchRow batch, String path, boolean archive, InputStream bytes, Asker asker)
            throws IOException {
        try {
            if (archive) {
                keepArchive(batch, path, bytes, asker);
            } else {
                items.record(batch.id(), path, intake.accept(batch.space(), path, bytes, asker));
            }
        } catch (FileTooLarge e) {
            items.record(batch.id(), path, Reason.TOO_LARGE, String.valueOf(e.getMessage()));
        } catch (LimitReached e) {
            items.record(batch.id(), path, Reason.of(e), e.refusal().text());
            // Read to its end: a sender that is cut off takes it for a fault and sends it again.
            bytes.transferTo(OutputStream.nullOutputStream());
        } catch (IllegalArgumentException e) {
            items.record(batch.id(), path, Reason.UNSAFE_PATH, String.valueOf(e.getMessage()));
        }
    }

    private void keepArchive(BatchRow batch, String path, InputStream bytes, Asker asker)
            throws IOException {
        if (path.contains("/")) {
            // Where its files should go is clear only for one that was sent by itself.
            items.record(batch.id(), path, Reason.NESTED_ARCHIVE, "");
        } else {
            unpacking.receive(batch.id(), path, intake.limitedArchive(bytes, asker));
        }
    }
}
