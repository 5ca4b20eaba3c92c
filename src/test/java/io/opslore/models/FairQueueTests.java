package io.opslore.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opslore.identity.AccountId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** Ten people with eight requests each before one slow model. */
class FairQueueTests {

    private static final int PEOPLE = 10;
    private static final int EACH = 8;
    private static final String MODEL = "slow:7b";
    private static final Duration TAKES = Duration.ofMillis(100);

    private final TestingQueue portal = new TestingQueue();
    private final SlowModel model = new SlowModel(TAKES);
    private final Map<AccountId, List<Long>> waits = new ConcurrentHashMap<>();
    private final AtomicInteger answers = new AtomicInteger();
    private volatile long released;

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void everybodyWaitsAboutTheSameAndNoAnswerIsLost() {
        List<AccountId> people = people();
        List<Disposable> held = holdAll(somebody());
        // One person's all before the next one's: the order in which turns matter most.
        people.forEach(person -> {
            for (int number = 0; number < EACH; number++) {
                ask(person);
            }
        });
        await().until(() -> portal.all() == 4 + PEOPLE * EACH);
        released = System.nanoTime();
        held.forEach(Disposable::dispose);

        await().atMost(Duration.ofMinutes(2)).until(() -> answers.get() == PEOPLE * EACH);

        assertThat(model.most()).isEqualTo(4);
        List<Long> medians = waits.values().stream().map(FairQueueTests::median).sorted().toList();
        double spread = (double) medians.getLast() / medians.getFirst();
        System.out.printf(
                "fair queue: %d requests of %d people, most at once %d, spread of median waits %.2f (%d to %d ms)%n",
                answers.get(), PEOPLE, model.most(), spread, medians.getFirst(), medians.getLast());
        assertThat(medians).hasSize(PEOPLE);
        assertThat(spread).as("the longest median wait against the shortest").isLessThan(1.7);
        await().until(() -> portal.all() == 0);
    }

    @Test
    void onePersonsEightDoNotDelayAnothersFirst() {
        AccountId busy = somebody();
        List<Disposable> held = holdAll(busy);
        for (int number = 0; number < EACH; number++) {
            ask(busy);
        }
        await().until(() -> portal.all() == 4 + EACH);
        AccountId late = somebody();
        ask(late);
        await().until(() -> portal.all() == 4 + EACH + 1);

        held.removeFirst().dispose();

        await().until(() -> answers.get() == EACH + 1);
        assertThat(model.order().getFirst()).as("whose turn came next").isEqualTo(late);
        held.forEach(Disposable::dispose);
    }

    @Test
    void whoeverWasServedLongestAgoIsNextAlsoWhenTheyAskedLater() {
        AccountId first = somebody();
        AccountId second = somebody();
        AccountId third = somebody();
        List<Disposable> held = holdAll(somebody());
        Stream.of(first, first, first, second, second, second).forEach(this::ask);
        await().until(() -> portal.all() == 10);
        ask(third);
        await().until(() -> portal.all() == 11);

        held.removeFirst().dispose();

        await().until(() -> answers.get() == 7);
        assertThat(model.order().subList(0, 3)).containsExactlyInAnyOrder(first, second, third);
        held.forEach(Disposable::dispose);
    }

    @Test
    void whatIsCancelledHoldsNobodyUp() {
        List<Disposable> cancelled = new CopyOnWriteArrayList<>();
        List<AccountId> people = people();
        people.forEach(person -> {
            for (int number = 0; number < EACH; number++) {
                Disposable asked = ask(person);
                if (number % 2 == 0) {
                    cancelled.add(asked);
                }
            }
        });
        await().until(() -> answers.get() >= 4);
        int before = answers.get();

        cancelled.forEach(Disposable::dispose);

        await().atMost(Duration.ofMinutes(1)).until(() -> portal.all() == 0);
        assertThat(answers.get()).isBetween(PEOPLE * EACH / 2, PEOPLE * EACH / 2 + before);
        assertThat(model.most()).isEqualTo(4);
        assertThat(model.now()).isZero();
    }

    /** Keeps the server busy, so that all are in the queue before the first gets its turn. */
    private List<Disposable> holdAll(AccountId person) {
        List<Disposable> held = new ArrayList<>();
        for (int number = 0; number < 4; number++) {
            held.add(portal.queue().inTurn(MODEL, person, Flux.never()).subscribe());
        }
        await().until(() -> portal.served() == 4);
        return held;
    }

    private Disposable ask(AccountId person) {
        var begun = new AtomicInteger();
        return portal.queue()
                .inTurn(MODEL, person, model.answer(MODEL, person))
                .subscribe(part -> {
                    if (part instanceof ChatPart.Words && begun.getAndIncrement() == 0) {
                        waits.computeIfAbsent(person, key -> new CopyOnWriteArrayList<>())
                                .add((System.nanoTime() - released) / 1_000_000);
                    }
                    if (part instanceof ChatPart.Done) {
                        answers.incrementAndGet();
                    }
                });
    }

    private static List<AccountId> people() {
        return Stream.generate(FairQueueTests::somebody).limit(PEOPLE).toList();
    }

    private static AccountId somebody() {
        return new AccountId(UUID.randomUUID());
    }

    private static Long median(List<Long> values) {
        List<Long> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
