package io.opslore.ingest.tika;

import io.opslore.ingest.IngestSettings;
import io.opslore.ingest.IngestState.Reason;
import io.opslore.ingest.extract.Converter.Converted;
import io.opslore.ingest.extract.ExtractionFailed;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** The portal's end of one worker process. Used by one thread at a time. */
final class Worker implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(1);

    private final Process process;
    private final Path folder;
    private final DataOutputStream requests;
    private final DataInputStream replies;
    private final ScheduledExecutorService clock;
    private volatile boolean late;
    private int conversions;
    private long lastUsed = System.nanoTime();

    private Worker(Process process, Path folder, ScheduledExecutorService clock) {
        this.process = process;
        this.folder = folder;
        this.clock = clock;
        requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        replies = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    /** Returns when the worker can take its first document. */
    static Worker start(IngestSettings settings, ScheduledExecutorService clock)
            throws IOException {
        Files.createDirectories(settings.folder());
        Path folder = Files.createTempDirectory(settings.folder().toAbsolutePath(), "worker-");
        Process process =
                new ProcessBuilder(WorkerCommand.of(folder, settings.worker().heap().toBytes()))
                        .directory(folder.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        var worker = new Worker(process, folder, clock);
        try {
            worker.within(
                    START_LIMIT,
                    () -> {
                        Frames.readReady(worker.replies);
                        return worker;
                    });
        } catch (IOException e) {
            worker.close();
            throw new IOException("A worker process did not start: " + worker.end(), e);
        } catch (ExtractionFailed e) {
            throw new AssertionError("Nothing was extracted yet", e);
        }
        return worker;
    }

    /** After anything but a result or {@link ExtractionFailed} the worker is of no more use. */
    Converted convert(Frames.Request request, InputStream bytes, Duration limit)
            throws IOException, ExtractionFailed {
        conversions++;
        try {
            return within(
                    limit,
                    () -> {
                        Frames.writeRequest(requests, request, bytes);
                        return Frames.readReply(replies);
                    });
        } catch (IOException e) {
            throw judged(e, limit);
        } finally {
            lastUsed = System.nanoTime();
        }
    }

    boolean isFit(int mostConversions) {
        return process.isAlive() && !late && conversions < mostConversions;
    }

    boolean isIdleFor(Duration time) {
        return System.nanoTime() - lastUsed >= time.toNanos();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            // Swept at the next start.
        }
    }

    /** The end of a process says more than the broken pipe it leaves behind. */
    private IOException judged(IOException e, Duration limit) throws ExtractionFailed {
        if (late) {
            throw new ExtractionFailed(
                    Reason.TIMED_OUT, "more than " + limit.toSeconds() + " seconds");
        }
        String end = end();
        if (end.equals("exit code " + WorkerMain.OUT_OF_MEMORY)) {
            throw new ExtractionFailed(Reason.OUT_OF_MEMORY, "in the worker process");
        }
        return new IOException("The worker process ended: " + end, e);
    }

    private String end() {
        try {
            return process.waitFor(2, TimeUnit.SECONDS)
                    ? "exit code " + process.exitValue()
                    : "still running";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    private <T> T within(Duration limit, Exchange<T> exchange)
            throws IOException, ExtractionFailed {
        ScheduledFuture<?> alarm =
                clock.schedule(this::killLate, limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return exchange.run();
        } finally {
            alarm.cancel(false);
        }
    }

    private void killLate() {
        late = true;
        process.destroyForcibly();
    }

    /** A question and its answer. */
    @FunctionalInterface
    private interface Exchange<T> {
        T run() throws IOException, ExtractionFailed;
    }
}
