package io.opslore.models;

import io.opslore.identity.AccountId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;

/** A model that takes its time, and remembers how many it was asked by at once and for whom. */
final class SlowModel {

    static final ChatPart.Done DONE = new ChatPart.Done("slow", 10, 5, false);

    private final Duration takes;
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final Map<String, AtomicInteger> models = new ConcurrentHashMap<>();
    private final Set<Integer> modelsAtOnce = ConcurrentHashMap.newKeySet();
    private final List<AccountId> order = new CopyOnWriteArrayList<>();

    SlowModel(Duration takes) {
        this.takes = takes;
    }

    /** Five words and the end; ends early when its caller leaves. */
    Flux<ChatPart> answer(String model, AccountId asker) {
        return Flux.defer(() -> {
            begin(model);
            order.add(asker);
            var going = new AtomicBoolean(true);
            return Flux.interval(takes.dividedBy(5))
                    .take(5)
                    .<ChatPart>map(number -> new ChatPart.Words("word "))
                    .concatWithValues(DONE)
                    // Before its caller hears of it, who may let the next one in at once.
                    .doOnTerminate(() -> end(model, going))
                    // May come at the same moment.
                    .doOnCancel(() -> end(model, going));
        });
    }

    /** The most requests that it had at one time. */
    int most() {
        return most.get();
    }

    int now() {
        return now.get();
    }

    /** The most models that were asked at one time. */
    int mostModels() {
        return modelsAtOnce.stream().max(Integer::compare).orElse(0);
    }

    /** Whose request began when. */
    List<AccountId> order() {
        return List.copyOf(order);
    }

    private void begin(String model) {
        int together = now.incrementAndGet();
        most.accumulateAndGet(together, Math::max);
        models.computeIfAbsent(model, name -> new AtomicInteger()).incrementAndGet();
        modelsAtOnce.add((int) models.values().stream().filter(used -> used.get() > 0).count());
    }

    private void end(String model, AtomicBoolean going) {
        if (going.compareAndSet(true, false)) {
            models.computeIfAbsent(model, name -> new AtomicInteger()).decrementAndGet();
            now.decrementAndGet();
        }
    }
}
