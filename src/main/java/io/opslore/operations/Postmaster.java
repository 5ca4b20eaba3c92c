package io.opslore.operations;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the embedded PostgreSQL again when it ends without being told to: killed for memory, or
 * stopped because its disk was full. Goes on trying until it stays. Thread-safe.
 */
final class Postmaster {

    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

    private final Path cluster;
    private volatile boolean released;

    Postmaster(Path cluster) {
        this.cluster = cluster;
    }

    /** From now on it is not let go. */
    void watch() {
        pid().flatMap(ProcessHandle::of)
                .ifPresent(process ->
                        process.onExit()
                                .thenRun(() ->
                                        Thread.ofVirtual()
                                                .name("postmaster")
                                                .start(this::bringBack)));
    }

    /** From now on it may end. */
    void release() {
        released = true;
    }

    private void bringBack() {
        if (released) {
            return;
        }
        LOG.error("The embedded PostgreSQL has ended by itself; it is started again");
        while (!released) {
            try {
                start();
                LOG.info("The embedded PostgreSQL is back");
                watch();
                return;
            } catch (IOException | RuntimeException e) {
                LOG.error(
                        "The embedded PostgreSQL does not start, tried again in {}: {}",
                        BETWEEN_TRIES,
                        e.toString());
                rest();
            }
        }
    }

    /** As it was started before, port and all: PostgreSQL keeps that in its data directory. */
    private void start() throws IOException {
        StalePostmaster.end(cluster);
        String before = Files.readString(cluster.resolve("postmaster.opts"));
        Path programs =
                Path.of(before.substring(0, before.indexOf(" \""))).resolveSibling("pg_ctl");
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            // Root may not run it, but is somebody else in a namespace of its own.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(
                List.of(
                        programs.toString(),
                        "-D",
                        cluster.toString(),
                        "-w",
                        "-t",
                        "120",
                        "restart"));
        int status = finished(new ProcessBuilder(command));
        if (status != 0) {
            throw new IOException("pg_ctl ended with " + status);
        }
    }

    private static int finished(ProcessBuilder command) throws IOException {
        try {
            return command.redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while it was started", e);
        }
    }

    private Optional<Long> pid() {
        try {
            List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            return lines.stream().findFirst().map(String::strip).map(Long::valueOf);
        } catch (IOException | NumberFormatException e) {
            LOG.warn("The embedded PostgreSQL cannot be watched", e);
            return Optional.empty();
        }
    }

    private void rest() {
        try {
            Thread.sleep(BETWEEN_TRIES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            released = true;
        }
    }
}
