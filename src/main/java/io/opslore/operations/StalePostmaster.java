package io.opslore.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a PostgreSQL that outlived its portal. Only called while the data folder's lock is held, so
 * that whatever still runs on this cluster belongs to nobody.
 */
final class StalePostmaster {

    private static final Logger LOG = LoggerFactory.getLogger(StalePostmaster.class);

    private StalePostmaster() {}

    static void end(Path cluster) throws IOException {
        Optional<ProcessHandle> orphan = find(cluster);
        if (orphan.isPresent()) {
            LOG.info(
                    "Ending the PostgreSQL that a killed portal left behind, pid {}",
                    orphan.get().pid());
            end(orphan.get());
        }
        // In a new container its pid may be somebody else's by now, which PostgreSQL would take for
        // itself.
        Files.deleteIfExists(cluster.resolve("postmaster.pid"));
    }

    private static Optional<ProcessHandle> find(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d+")) {
            return Optional.empty();
        }
        // A pid may have been given to somebody else since: it must be running on this very
        // cluster.
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(process -> runsOn(process, cluster));
    }

    private static boolean runsOn(ProcessHandle process, Path cluster) {
        String commandLine =
                process.info().commandLine().orElseGet(() -> process.info().command().orElse(""));
        return commandLine.contains("postgres") && commandLine.contains(cluster.toString());
    }

    private static void end(ProcessHandle process) throws IOException {
        process.destroy();
        if (!isGone(process, 30)) {
            process.destroyForcibly();
            if (!isGone(process, 30)) {
                throw new IOException("The PostgreSQL with pid " + process.pid() + " does not end");
            }
        }
    }

    private static boolean isGone(ProcessHandle process, int seconds) throws IOException {
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
