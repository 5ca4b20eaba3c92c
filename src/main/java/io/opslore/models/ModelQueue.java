package io.opslore.models;

import io.opslore.identity.AccountId;
import io.opslore.models.ModelFailure.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The queue before the model server: so many requests at one time, for so many models, by turns
 * from person to person. The database knows all portals' requests and whose turn it is; this
 * portal's requests wait here until it calls them in. Thread-safe.
 */
@Component
class ModelQueue implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ModelQueue.class);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    /** Never interrupted, unlike a pool's: that would close the database connection in use. */
    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("model-queue").start(task);

    private final QueueRows rows;
    private final QueueSettings settings;
    private final UUID portal = UUID.randomUUID();
    private final Map<UUID, Turn> waiting = new ConcurrentHashMap<>();
    private final Map<UUID, Turn> served = new ConcurrentHashMap<>();
    private final Semaphore places;
    private final Scheduler scheduler = Schedulers.fromExecutor(THREADS);
    private final ScheduledExecutorService caller =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("model-queue-caller").factory());

    ModelQueue(QueueRows rows, QueueSettings settings) {
        this.rows = rows;
        this.settings = settings;
        places = new Semaphore(settings.length());
        long look = BETWEEN_LOOKS.toMillis();
        long beat = QueueRows.BELIEVED.dividedBy(3).toMillis();
        caller.scheduleWithFixedDelay(this::look, look, look, TimeUnit.MILLISECONDS);
        caller.scheduleWithFixedDelay(this::beat, beat, beat, TimeUnit.MILLISECONDS);
    }

    /**
     * The same stream when it is its turn, behind a {@link ChatPart.Waiting} for each place in the
     * queue. Whoever leaves, waiting or served, makes room at once.
     */
    Flux<ChatPart> inTurn(String model, AccountId asker, Flux<ChatPart> stream) {
        return Flux.defer(() -> {
            var turn = new Turn(model, asker);
            return Mono.fromFuture(
                            () -> CompletableFuture.supplyAsync(() -> enter(turn), THREADS), true)
                    .flatMapMany(Function.identity())
                    .concatWith(Flux.from(to -> turn.alone(() -> stream.subscribe(to))))
                    .doFinally(end -> leave(turn));
        });
    }

    /** How many of this portal's requests wait here. */
    int waiting() {
        return waiting.size();
    }

    /** How many of them the server is working on. */
    int served() {
        return served.size();
    }

    /** Looks at once whose turn it is by now, and calls them in. */
    private void look() {
        if (waiting.isEmpty()) {
            return;
        }
        try {
            List<Turn> before = List.copyOf(waiting.values());
            Map<UUID, Long> stands = rows.look(portal);
            for (Turn turn : before) {
                Long place = stands.get(turn.id());
                // Given up by the database, where this portal was silent for too long.
                stand(turn, place == null ? rows.enter(turn, portal) : place);
            }
        } catch (RuntimeException e) {
            log.debug("The model queue could not be looked at", e);
        }
    }

    private void beat() {
        try {
            rows.confirm(waiting.values());
            rows.confirmServed(served.values(), portal);
        } catch (RuntimeException e) {
            log.warn("Requests to the model could not be confirmed", e);
        }
    }

    /** What comes before the answer: nothing where it is its turn at once. */
    private Flux<ChatPart> enter(Turn turn) {
        long place = rows.enter(turn, portal);
        if (place == 0) {
            serve(turn);
            return Flux.empty();
        }
        if (!places.tryAcquire()) {
            return Flux.error(new ModelFailure(Reason.QUEUE_FULL, "Too many requests wait"));
        }
        turn.stand(place);
        waiting.put(turn.id(), turn);
        if (turn.hasLeft()) {
            leaveNow(turn);
        }
        return turn.moves()
                .publishOn(scheduler)
                .takeUntilOther(tooLong())
                .concatWithValues(new ChatPart.Begun());
    }

    private Mono<ChatPart> tooLong() {
        return Mono.delay(settings.longestWait())
                .then(
                        Mono.error(() ->
                                new ModelFailure(Reason.WAITED_TOO_LONG, "Its turn did not come")));
    }

    private void stand(Turn turn, long place) {
        if (place > 0) {
            turn.stand(place);
        } else if (isNoLongerWaiting(turn)) {
            serve(turn);
            turn.callIn();
        }
    }

    private void serve(Turn turn) {
        served.put(turn.id(), turn);
        if (turn.hasLeft()) {
            leaveNow(turn);
        }
    }

    private boolean isNoLongerWaiting(Turn turn) {
        boolean waited = waiting.remove(turn.id()) != null;
        if (waited) {
            places.release();
        }
        return waited;
    }

    private void leave(Turn turn) {
        turn.leave();
        THREADS.execute(() -> leaveNow(turn));
    }

    private void leaveNow(Turn turn) {
        isNoLongerWaiting(turn);
        served.remove(turn.id());
        try {
            turn.alone(() -> rows.leave(turn));
            if (!caller.isShutdown()) {
                caller.execute(this::look);
            }
        } catch (RuntimeException e) {
            log.warn("A request to the model has ended and counts as one for a while", e);
        }
    }

    /** Frees what this process leaves unfinished. */
    @Override
    public void destroy() {
        caller.shutdownNow();
        try {
            rows.leaveAll(portal);
        } catch (RuntimeException e) {
            log.warn("Requests to the model have ended and count as some for a while", e);
        }
    }
}
