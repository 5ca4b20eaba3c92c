package io.opslore.tools.remote;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionChanged;
import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.connections.ConnectionId;
import io.opslore.connections.mcp.AllowedTools;
import io.opslore.connections.mcp.PlainText;
import io.opslore.connections.mcp.RemoteMcp;
import io.opslore.connections.mcp.RemoteMcps;
import io.opslore.connections.mcp.RemoteTool;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Remembers for a while what servers offer. Whoever asks waits only where nothing is known yet, or
 * what is known is very old; else servers are asked again behind their back. A connection that was
 * changed is another one. Thread-safe.
 */
@Component
class RemoteListings {

    private static final Logger log = LoggerFactory.getLogger(RemoteListings.class);

    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration FAILED = Duration.ofMinutes(1);
    private static final Duration OLD = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST_VERSION = 80;

    private final RemoteMcps servers;
    private final Clock clock;
    private final Map<ConnectionId, RemoteListing> known = new ConcurrentHashMap<>();
    private final Map<Connection, CompletableFuture<RemoteListing>> running =
            new ConcurrentHashMap<>();

    RemoteListings(RemoteMcps servers, Clock clock) {
        this.servers = servers;
        this.clock = clock;
    }

    /** What was offered under other settings, and their token, are not kept. */
    @TransactionalEventListener(fallbackExecution = true)
    void onChange(ConnectionChanged change) {
        running.keySet().removeIf(one -> one.id().equals(change.id()));
        known.remove(change.id());
    }

    /** One for each, in the same order. */
    List<RemoteListing> of(List<Connection> connections) {
        known.values().removeIf(this::isOld);
        connections.stream().filter(one -> isDue(one, FRESH)).forEach(this::ask);
        long until = System.nanoTime() + PATIENCE.toNanos();
        return connections.stream().map(one -> of(one, until)).toList();
    }

    private RemoteListing of(Connection connection, long until) {
        RemoteListing last = known.get(connection.id());
        return last == null || isDue(connection, OLD) ? await(connection, until) : last;
    }

    private boolean isDue(Connection connection, Duration age) {
        RemoteListing last = known.get(connection.id());
        if (last == null || !last.connection().equals(connection)) {
            return true;
        }
        Duration most = last.failure() != null && age.equals(FRESH) ? FAILED : age;
        return isOlder(last, most);
    }

    /** Of no use any more; its connection may be gone. */
    private boolean isOld(RemoteListing last) {
        return isOlder(last, OLD);
    }

    /** Also where it is of a time that is yet to come, since the clock was set back. */
    private boolean isOlder(RemoteListing last, Duration age) {
        Duration now = Duration.between(last.at(), clock.instant());
        return now.isNegative() || now.compareTo(age) > 0;
    }

    private RemoteListing await(Connection connection, long until) {
        try {
            return ask(connection)
                    .get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return notYet(connection, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return notYet(connection, e);
        }
    }

    private RemoteListing notYet(Connection connection, Exception cause) {
        return RemoteListing.failed(
                connection,
                new ConnectionFailed(
                        Reason.TIMEOUT,
                        "The MCP server has not told its tools yet.",
                        "Try again in a minute.",
                        cause),
                clock.instant());
    }

    private CompletableFuture<RemoteListing> ask(Connection connection) {
        return running.computeIfAbsent(connection, this::begun);
    }

    private CompletableFuture<RemoteListing> begun(Connection connection) {
        var told = new CompletableFuture<RemoteListing>();
        Thread.ofVirtual().name("mcp-tools").start(() -> ask(connection, told));
        return told;
    }

    private void ask(Connection connection, CompletableFuture<RemoteListing> told) {
        try {
            RemoteListing listing = listing(connection);
            // What was changed meanwhile is not known by this any more.
            running.computeIfPresent(
                    connection,
                    (key, asked) -> {
                        known.put(connection.id(), listing);
                        return asked;
                    });
            told.complete(listing);
        } finally {
            running.remove(connection, told);
        }
    }

    private RemoteListing listing(Connection connection) {
        try (RemoteMcp server = servers.open(connection)) {
            AllowedTools allowed = servers.allowed(connection);
            List<RemoteTool> tools = server.tools();
            return new RemoteListing(
                    connection,
                    PlainText.of(server.version(), LONGEST_VERSION),
                    tools.stream().filter(allowed::holds).toList(),
                    tools.size(),
                    null,
                    clock.instant());
        } catch (ConnectionFailed failed) {
            return RemoteListing.failed(connection, failed, clock.instant());
        } catch (RuntimeException unforeseen) {
            log.error("The tools of {} could not be listed", connection, unforeseen);
            return RemoteListing.failed(
                    connection,
                    new ConnectionFailed(
                            Reason.DOWN,
                            "The MCP server's tools could not be listed.",
                            "The reason is in the portal's log.",
                            unforeseen),
                    clock.instant());
        }
    }
}
