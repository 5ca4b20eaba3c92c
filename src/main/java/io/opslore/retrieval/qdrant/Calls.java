package io.opslore.retrieval.qdrant;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.opslore.outbound.Tls;
import io.opslore.retrieval.IndexAway;
import io.qdrant.client.QdrantGrpcClient;
import io.qdrant.client.grpc.CollectionsGrpc.CollectionsFutureStub;
import io.qdrant.client.grpc.PointsGrpc.PointsFutureStub;
import io.qdrant.client.grpc.SnapshotsGrpc.SnapshotsFutureStub;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every call to the server: each has a deadline, and what only passes is tried again. Throws {@link
 * IndexAway} where the server cannot be had, and {@link Gone} where it does not know the
 * collection. Thread-safe.
 */
final class Calls implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Calls.class);
    private static final int READS = 2;
    private static final int WRITES = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    /** Time to connect anew to a server that has come back: without it the second try fails too. */
    private static final Duration RECONNECT = Duration.ofMillis(200);

    private static final Duration SLOW = Duration.ofHours(1);

    private final QdrantGrpcClient client;
    private final QdrantSettings settings;
    private final AtomicBoolean away = new AtomicBoolean();

    Calls(QdrantSettings settings, Optional<Tls> tls) {
        this.settings = settings;
        this.client = Channels.client(settings, tls);
    }

    /** Tries once more at most: a person is waiting. */
    <T> T read(Function<Stubs, Future<T>> call) {
        return attempt(call, READS, settings.deadline(), RECONNECT);
    }

    /** Tries several times, with growing pauses. The call must be one that may be repeated. */
    <T> T write(Function<Stubs, Future<T>> call) {
        return attempt(call, WRITES, settings.writeDeadline(), FIRST_PAUSE);
    }

    /** For what takes its time and must not be begun twice. */
    <T> T slow(Function<Stubs, Future<T>> call) {
        return attempt(call, 1, SLOW, Duration.ZERO);
    }

    @Override
    public void close() {
        client.close();
    }

    private <T> T attempt(
            Function<Stubs, Future<T>> call, int times, Duration deadline, Duration pause) {
        for (int time = 1; ; time++) {
            try {
                T answer = await(call.apply(Stubs.of(client, deadline)));
                back();
                return answer;
            } catch (StatusRuntimeException e) {
                if (time >= times || Refusals.lasts(e.getStatus())) {
                    throw meaning(e);
                }
                connectAnew(e);
                sleep(pause.multipliedBy(1L << (time - 1)));
            }
        }
    }

    /** A line whose other end has died looks well: without this, calls would wait on it again. */
    private void connectAnew(StatusRuntimeException fault) {
        if (fault.getStatus().getCode() == Status.Code.DEADLINE_EXCEEDED) {
            client.channel().enterIdle();
        }
        client.channel().resetConnectBackoff();
    }

    private static <T> T await(Future<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StatusRuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting for Qdrant", e);
        }
    }

    private RuntimeException meaning(StatusRuntimeException fault) {
        if (fault.getStatus().getCode() == Status.Code.NOT_FOUND) {
            return new Gone(fault);
        }
        if (Refusals.isOurs(fault.getStatus())) {
            return new IllegalStateException("Qdrant refuses a request", fault);
        }
        String reason =
                "Qdrant at %s: %s".formatted(settings.url(), Refusals.describe(fault.getStatus()));
        if (!away.getAndSet(true)) {
            log.warn("{}; search is down until it answers", reason);
        }
        return new IndexAway(reason);
    }

    private void back() {
        if (away.getAndSet(false)) {
            log.info("Qdrant at {} answers again", settings.url());
        }
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting for Qdrant", e);
        }
    }

    /** The client's parts, each with the deadline of the one call that they are made for. */
    record Stubs(
            PointsFutureStub points,
            CollectionsFutureStub collections,
            SnapshotsFutureStub snapshots) {

        static Stubs of(QdrantGrpcClient client, Duration deadline) {
            long millis = deadline.toMillis();
            return new Stubs(
                    client.points().withDeadlineAfter(millis, TimeUnit.MILLISECONDS),
                    client.collections().withDeadlineAfter(millis, TimeUnit.MILLISECONDS),
                    client.snapshots().withDeadlineAfter(millis, TimeUnit.MILLISECONDS));
        }
    }

    /** The server does not have what is asked about. */
    static final class Gone extends RuntimeException {

        private Gone(Throwable cause) {
            super("Qdrant does not have it", cause);
        }
    }
}
