package io.opslore.ingest.batch;

import io.opslore.guard.LimitReached;
import io.opslore.identity.NotAllowed;
import io.opslore.ingest.BatchItem.Reason;
import io.opslore.ingest.FileTooLarge;
import io.opslore.ingest.IngestSettings;
import io.opslore.ingest.Intake;
import io.opslore.ingest.archive.Archives;
import io.opslore.ingest.archive.Ending;
import io.opslore.ingest.archive.Entries;
import io.opslore.ingest.batch.ArchiveRows.Waiting;
import io.opslore.library.NotFound;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Takes the files of one archive in and writes down what became of each. Thread-safe. */
@Component
class UnpackStep {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final Intake intake;
    private final BatchRows batches;
    private final ItemRows items;
    private final BatchBoard board;
    private final IngestSettings.Archive limits;

    UnpackStep(
            Intake intake,
            BatchRows batches,
            ItemRows items,
            BatchBoard board,
            IngestSettings settings) {
        this.intake = intake;
        this.batches = batches;
        this.items = items;
        this.board = board;
        limits = settings.archive();
    }

    /**
     * @param alive false as soon as the portal stops
     * @return whether it was gone through, or ended for good; otherwise it must be begun again
     * @throws IOException where its file cannot be read
     */
    boolean run(Waiting archive, Path file, BooleanSupplier alive) throws IOException {
        BatchRow batch = batches.find(archive.batch()).orElse(null);
        if (batch == null) {
            return true;
        }
        var work = new Work(archive, batch, alive);
        double size = Math.max(1, Files.size(file));
        try {
            Ending ending =
                    Archives.read(
                            file,
                            limits,
                            work,
                            read -> board.unpacked(batch.id(), batch.space(), read / size));
            if (ending instanceof Ending.BrokenOff(Reason reason, String detail)) {
                work.passedOver(archive.path(), reason, detail);
            }
        } catch (NotAllowed | NotFound e) {
            work.passedOver(archive.path(), Reason.NOT_ALLOWED, "");
        }
        return alive.getAsBoolean();
    }

    void finished(Waiting archive) {
        batches.find(archive.batch())
                .ifPresent(batch -> board.unpacked(batch.id(), batch.space(), 0));
    }

    private final class Work implements Entries {

        private final Waiting archive;
        private final BatchRow batch;
        private final BooleanSupplier alive;

        private Work(Waiting archive, BatchRow batch, BooleanSupplier alive) {
            this.archive = archive;
            this.batch = batch;
            this.alive = alive;
        }

        @Override
        public boolean goOn() {
            while (alive.getAsBoolean()) {
                BatchRow.Flags now =
                        batches.find(archive.batch()).map(BatchRow::flags).orElse(null);
                if (now == null || now.cancelled()) {
                    return false;
                }
                if (!now.paused()) {
                    return true;
                }
                waitAWhile();
            }
            return false;
        }

        @Override
        public void file(String given, InputStream bytes) throws IOException {
            String path = intake.withoutSecrets(given, batch.space());
            try {
                items.record(
                        batch.id(),
                        path,
                        intake.accept(batch.space(), path, bytes, batch.sender()));
            } catch (FileTooLarge e) {
                passedOver(path, Reason.TOO_LARGE, String.valueOf(e.getMessage()));
            } catch (LimitReached e) {
                passedOver(path, Reason.of(e), e.refusal().text());
            } catch (IllegalArgumentException e) {
                passedOver(path, Reason.UNSAFE_PATH, String.valueOf(e.getMessage()));
            }
        }

        /** What a stop has broken off is no fault of the archive's, which is begun again. */
        @Override
        public void passedOver(String path, Reason reason, String detail) {
            if (alive.getAsBoolean()) {
                items.record(
                        batch.id(), intake.withoutSecrets(path, batch.space()), reason, detail);
            }
        }

        private void waitAWhile() {
            try {
                Thread.sleep(LOOK_AGAIN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
