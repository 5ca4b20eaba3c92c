package io.opslore.assistant;

import io.opslore.models.ChatPart;
import io.opslore.models.ModelFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** A model's stream as a queue, so that many small pieces are taken at one time. */
final class ModelStream implements AutoCloseable {

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Disposable subscription;

    /** What comes out of the queue. */
    sealed interface Event {

        record Came(ChatPart part) implements Event {}

        record Broke(ModelFailure.Reason reason) implements Event {}

        record Stopped() implements Event {}
    }

    ModelStream(Flux<ChatPart> stream) {
        subscription =
                stream.subscribe(
                        part -> events.add(new Event.Came(part)),
                        failure -> events.add(new Event.Broke(reason(failure))),
                        () -> events.add(new Event.Broke(ModelFailure.Reason.CUT_OFF)));
    }

    /** All that has come, in order; waits for at least one. */
    List<Event> next() throws InterruptedException {
        var next = new ArrayList<Event>();
        next.add(events.take());
        events.drainTo(next);
        return next;
    }

    /** The same, or nothing where none comes in that time. */
    List<Event> next(Duration atMost) throws InterruptedException {
        var next = new ArrayList<Event>();
        Event first = events.poll(atMost.toNanos(), TimeUnit.NANOSECONDS);
        if (first != null) {
            next.add(first);
            events.drainTo(next);
        }
        return next;
    }

    void stop() {
        events.add(new Event.Stopped());
        close();
    }

    /** Ends the request to the server where it still runs. */
    @Override
    public void close() {
        subscription.dispose();
    }

    private static ModelFailure.Reason reason(Throwable failure) {
        return failure instanceof ModelFailure known ? known.reason() : ModelFailure.Reason.REFUSED;
    }
}
