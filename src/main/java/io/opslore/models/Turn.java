package io.opslore.models;

import io.opslore.identity.AccountId;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * One request on its way through the queue. Its moves are told by one thread at a time, and read by
 * one subscriber.
 */
final class Turn {

    private final UUID id = UUID.randomUUID();
    private final String model;
    private final AccountId asker;
    private final long since = System.nanoTime();
    private final Sinks.Many<ChatPart> moves = Sinks.many().unicast().onBackpressureBuffer();
    private final ReentrantLock atServer = new ReentrantLock();
    private long stands;
    private volatile boolean left;

    Turn(String model, AccountId asker) {
        this.model = model;
        this.asker = asker;
    }

    UUID id() {
        return id;
    }

    String model() {
        return model;
    }

    AccountId asker() {
        return asker;
    }

    Duration waited() {
        return Duration.ofNanos(System.nanoTime() - since);
    }

    /** Nobody wants it any more. */
    void leave() {
        left = true;
    }

    boolean hasLeft() {
        return left;
    }

    /** Its request is sent and its place given back one after the other, whoever comes first. */
    void alone(Runnable action) {
        atServer.lock();
        try {
            action.run();
        } finally {
            atServer.unlock();
        }
    }

    /** Where it stands now: 1 is next. */
    void stand(long place) {
        if (stands != place) {
            stands = place;
            moves.tryEmitNext(new ChatPart.Waiting(Math.toIntExact(place - 1)));
        }
    }

    /** It waits no longer. */
    void callIn() {
        moves.tryEmitComplete();
    }

    /** Every place that it moves to, until it is called in. */
    Flux<ChatPart> moves() {
        return moves.asFlux();
    }
}
