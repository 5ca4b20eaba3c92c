package io.opslore.connections.git;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.connections.ConnectionId;
import io.opslore.outbound.Outbound;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * The mirrors in the data folder. Each is brought up to date by one at a time, behind whoever asks;
 * they wait for a while and otherwise come back. Thread-safe.
 */
@Component
class Mirrors {

    private static final int AT_ONCE = 3;

    private final GitSettings settings;
    private final Fetching fetching;
    private final Map<String, Mirror> mirrors = new ConcurrentHashMap<>();
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    Mirrors(GitSettings settings, Outbound outbound) {
        this.settings = settings;
        fetching = new Fetching(outbound, settings);
    }

    /** As it is now at the server, or was a short while ago. */
    FileRepository fresh(GitRemote remote) {
        return opened(
                remote, System.nanoTime() - settings.freshFor().toNanos(), settings.patience());
    }

    /** As it is now at the server. */
    FileRepository current(GitRemote remote, Duration wait) {
        return opened(remote, System.nanoTime(), wait);
    }

    void check(GitRemote remote) {
        fetching.check(remote);
    }

    /** Speaks to the server once; keeps nothing. */
    String greeting(GitRemote remote) {
        Collection<Ref> names = fetching.names(remote);
        return "%d branches, %d tags"
                .formatted(count(names, Constants.R_HEADS), count(names, Constants.R_TAGS));
    }

    /** Deletes what was mirrored through it. */
    void forget(ConnectionId connection) {
        Path folder = settings.folder().resolve(connection.value());
        mirrors.keySet().removeIf(key -> key.startsWith(connection.value() + "/"));
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private FileRepository opened(GitRemote remote, long wanted, Duration wait) {
        String key = remote.connection() + "/" + remote.key();
        Mirror mirror =
                mirrors.computeIfAbsent(
                        key, any -> new Mirror(settings.folder().resolve(key + ".git")));
        if (!mirror.isFrom(wanted)) {
            var work = new FutureTask<Object>(() -> mirror.fetch(remote, wanted), mirror);
            Thread.ofVirtual().name("git").start(work);
            await(work, wait);
        }
        try {
            return new FileRepository(mirror.folder.toFile());
        } catch (IOException e) {
            throw Failures.of(e);
        }
    }

    private static void await(FutureTask<Object> work, Duration wait) {
        try {
            work.get(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new ConnectionFailed(
                    Reason.TIMEOUT,
                    "The repository is still being copied.",
                    "Try again in a minute; the copying goes on.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectionFailed(Reason.TIMEOUT, "The call was cancelled.", "Call again.");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ConnectionFailed failed
                    ? new ConnectionFailed(
                            failed.reason(), failed.getMessage(), failed.suggestion(), e)
                    : Failures.of(new IOException(e));
        }
    }

    private static long count(Collection<Ref> refs, String prefix) {
        return refs.stream().filter(ref -> ref.getName().startsWith(prefix)).count();
    }

    private final class Mirror {

        private final Path folder;
        private volatile @Nullable Long from;

        Mirror(Path folder) {
            this.folder = folder;
        }

        /** Whether it is from then or later, in nanoseconds that nobody can set. */
        boolean isFrom(long wanted) {
            Long last = from;
            return last != null && last - wanted >= 0;
        }

        synchronized void fetch(GitRemote remote, long wanted) {
            if (isFrom(wanted)) {
                return;
            }
            turns.acquireUninterruptibly();
            try {
                long begun = System.nanoTime();
                fetching.fetch(remote, folder);
                from = begun;
            } finally {
                turns.release();
            }
        }
    }
}
