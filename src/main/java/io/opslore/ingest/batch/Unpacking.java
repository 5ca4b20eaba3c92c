package io.opslore.ingest.batch;

import io.opslore.ingest.BatchId;
import io.opslore.ingest.BatchItem.Reason;
import io.opslore.ingest.IngestSettings;
import io.opslore.ingest.batch.ArchiveRows.Waiting;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Unpacks archives one after the other behind the pages that sent them. One that was received is
 * unpacked, whatever happens to the process: begun again, it finds unchanged what is in already.
 * Thread-safe.
 */
@Component
public class Unpacking {

    private static final Logger LOG = LoggerFactory.getLogger(Unpacking.class);
    private static final int PATIENCE_AT_STOP = 10;

    private final Path folder;
    private final ArchiveRows archives;
    private final ItemRows items;
    private final UnpackStep step;
    private volatile ExecutorService thread = ended();
    private volatile boolean running;

    Unpacking(ArchiveRows archives, ItemRows items, UnpackStep step, IngestSettings settings) {
        folder = settings.folder().resolve("archives");
        this.archives = archives;
        this.items = items;
        this.step = step;
    }

    /** Reads the stream to its end and unpacks what it held before long. */
    public void receive(BatchId batch, String path, InputStream bytes) throws IOException {
        var archive = new Waiting(UUID.randomUUID(), batch, path);
        Files.createDirectories(folder);
        Path file = file(archive);
        Path part = folder.resolve(archive.id() + ".part");
        try {
            Files.copy(bytes, part);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            archives.add(archive);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(part);
            Files.deleteIfExists(file);
            throw e;
        }
        queue(archive);
    }

    /** Begins to unpack what waits, and what a stop has left. */
    public void start() {
        thread = Executors.newSingleThreadExecutor(Thread.ofVirtual().name("unpacking").factory());
        running = true;
        List<Waiting> waiting = archives.all();
        deleteOthers(waiting);
        waiting.forEach(this::queue);
    }

    /** Leaves the rest to the next start. */
    public void stop() {
        running = false;
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(PATIENCE_AT_STOP, TimeUnit.SECONDS)) {
                LOG.warn("An archive is still being unpacked; it is begun again at the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void queue(Waiting archive) {
        if (running) {
            thread.execute(() -> unpack(archive));
        }
    }

    private void unpack(Waiting archive) {
        Path file = file(archive);
        try {
            if (!Files.exists(file)) {
                items.record(archive.batch(), archive.path(), Reason.NOT_STORED, "file is gone");
            } else if (!step.run(archive, file, () -> running)) {
                return;
            }
            archives.remove(archive);
            Files.deleteIfExists(file);
            step.finished(archive);
        } catch (IOException | RuntimeException e) {
            // The database or the disk; at the next start both are asked again.
            LOG.error("An archive could not be unpacked to its end", e);
        }
    }

    /** What a killed portal had not wholly received belongs to nobody. */
    private void deleteOthers(List<Waiting> waiting) {
        Set<String> known = new HashSet<>();
        waiting.forEach(archive -> known.add(archive.id().toString()));
        try (Stream<Path> files = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
            for (Path file : files.toList()) {
                if (!known.contains(String.valueOf(file.getFileName()))) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            LOG.warn("Cannot clear {}: {}", folder, e.toString());
        }
    }

    private Path file(Waiting archive) {
        return folder.resolve(archive.id().toString());
    }

    private static ExecutorService ended() {
        ExecutorService ended = Executors.newSingleThreadExecutor();
        ended.shutdown();
        return ended;
    }
}
