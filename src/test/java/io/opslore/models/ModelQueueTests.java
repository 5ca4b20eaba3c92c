package io.opslore.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opslore.identity.AccountId;
import io.opslore.models.ModelFailure.Reason;
import io.opslore.testing.TestingDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

class ModelQueueTests {

    private static final String MODEL = "one:7b";

    private final String database = TestingDatabase.fresh();
    private final List<TestingQueue> open = new ArrayList<>();
    private final SlowModel model = new SlowModel(Duration.ofMillis(100));

    @AfterEach
    void close() {
        open.forEach(TestingQueue::close);
    }

    @Test
    void whoeverNeedNotWaitHearsNothingOfTheQueue() {
        TestingQueue portal = portal(1, 1, 10);

        List<ChatPart> parts = asked(portal, MODEL, somebody()).collectList().block();

        assertThat(parts).hasSize(6).doesNotHaveAnyElementsOfTypes(ChatPart.Waiting.class);
        await().until(() -> portal.all() == 0);
    }

    @Test
    void whoeverWaitsHearsItsPlaceAtOnceAndWheneverItMovesUp() {
        TestingQueue portal = portal(1, 1, 10);
        Disposable holder = holding(portal, MODEL);
        Disposable second = waiting(portal, MODEL, new CopyOnWriteArrayList<>(), 1);
        var heard = new CopyOnWriteArrayList<ChatPart>();
        waiting(portal, MODEL, heard, 1);

        assertThat(heard).containsExactly(new ChatPart.Waiting(1));
        second.dispose();
        await().until(() -> heard.size() == 2);
        holder.dispose();
        await().until(() -> heard.contains(SlowModel.DONE));

        assertThat(heard.subList(0, 4))
                .containsExactly(
                        new ChatPart.Waiting(1),
                        new ChatPart.Waiting(0),
                        new ChatPart.Begun(),
                        new ChatPart.Words("word "));
    }

    @Test
    void whoeverLeavesInTheMiddleOfAnAnswerMakesRoomAtOnce() {
        TestingQueue portal = portal(1, 1, 10);
        Disposable holder = holding(portal, MODEL);
        var heard = new CopyOnWriteArrayList<ChatPart>();
        waiting(portal, MODEL, heard, 1);

        long left = System.nanoTime();
        holder.dispose();
        await().pollInterval(Duration.ofMillis(2)).until(() -> model.now() == 1);

        assertThat(Duration.ofNanos(System.nanoTime() - left)).isLessThan(Duration.ofSeconds(1));
        await().until(() -> heard.contains(SlowModel.DONE));
    }

    @Test
    void noMoreWaitThanMay() {
        TestingQueue portal = portal(1, 1, 1);
        holding(portal, MODEL);
        Disposable second = waiting(portal, MODEL, new CopyOnWriteArrayList<>(), 1);

        assertThat(failure(asked(portal, MODEL, somebody()))).isEqualTo(Reason.QUEUE_FULL);

        second.dispose();
        await().until(() -> portal.all() == 1);
        waiting(portal, MODEL, new CopyOnWriteArrayList<>(), 1);
    }

    @Test
    void nobodyWaitsLongerThanTheLongestWait() {
        TestingQueue portal =
                portal(new QueueSettings(1, 1, 10, Duration.ofMillis(200), Duration.ofSeconds(20)));
        holding(portal, MODEL);

        assertThat(failure(asked(portal, MODEL, somebody()))).isEqualTo(Reason.WAITED_TOO_LONG);
        await().until(() -> portal.all() == 1);
    }

    @Test
    void aThirdModelWaitsUntilOneOfTwoIsFree() {
        TestingQueue portal = portal(4, 2, 100);
        var third = new CopyOnWriteArrayList<ChatPart>();
        List<Disposable> busy = new ArrayList<>();
        for (int number = 0; number < 8; number++) {
            String name = number % 2 == 0 ? "one:7b" : "two:7b";
            busy.add(asked(portal, name, somebody()).repeat().subscribe());
        }
        await().until(() -> model.now() == 4 && model.mostModels() == 2);

        asked(portal, "three:7b", somebody()).subscribe(third::add);

        await().atMost(Duration.ofSeconds(30)).until(() -> third.contains(SlowModel.DONE));
        busy.forEach(Disposable::dispose);
        assertThat(model.mostModels()).isEqualTo(2);
    }

    @Test
    void othersPassAThirdModelForAWhileOnly() {
        TestingQueue portal = portal(3, 2, 100);
        holding(portal, "one:7b");
        List<Disposable> busy = List.of(holding(portal, "two:7b"), holding(portal, "two:7b"));
        var third = new CopyOnWriteArrayList<ChatPart>();
        waiting(portal, "three:7b", third, 1);
        var fourth = new CopyOnWriteArrayList<ChatPart>();
        portal.queue().inTurn("two:7b", somebody(), Flux.never()).subscribe(fourth::add);
        await().until(() -> !fourth.isEmpty());
        await().until(() -> portal.hasWaited("three:7b", Duration.ofMillis(400)));

        busy.forEach(Disposable::dispose);

        await().until(() -> third.contains(SlowModel.DONE));
    }

    @Test
    void portalsOnOneDatabaseHoldTheBoundTogether() {
        TestingQueue first = portal(3, 1, 100);
        TestingQueue second = portal(3, 1, 100);
        var heard = new CopyOnWriteArrayList<ChatPart>();
        for (int number = 0; number < 12; number++) {
            asked(number % 2 == 0 ? first : second, MODEL, somebody()).subscribe(heard::add);
        }

        await().atMost(Duration.ofSeconds(30))
                .until(() -> heard.stream().filter(SlowModel.DONE::equals).count() == 12);

        assertThat(model.most()).isEqualTo(3);
        await().until(() -> first.all() == 0);
    }

    @Test
    void aKilledPortalsPlacesComeBackByThemselves() {
        TestingQueue portal = portal(1, 1, 10);
        portal.rows().enter(new Turn(MODEL, somebody()), UUID.randomUUID());
        var heard = new CopyOnWriteArrayList<ChatPart>();
        waiting(portal, MODEL, heard, 1);

        portal.database()
                .sql("update model_request set alive_until = now() where started_at is not null")
                .update();

        await().until(() -> heard.contains(SlowModel.DONE));
    }

    @Test
    void aPortalThatStopsFreesWhatItHad() {
        TestingQueue portal = portal(1, 1, 10);
        try (var stopping = new TestingQueue(database, TestingQueue.settings(1, 1, 10))) {
            holding(stopping, MODEL);
        }

        assertThat(asked(portal, MODEL, somebody()).blockLast(Duration.ofSeconds(10)))
                .isEqualTo(SlowModel.DONE);
    }

    @Test
    void whoeverTheDatabaseHasForgottenTakesAPlaceAgain() {
        TestingQueue portal = portal(1, 1, 10);
        Disposable holder = holding(portal, MODEL);
        var heard = new CopyOnWriteArrayList<ChatPart>();
        waiting(portal, MODEL, heard, 1);
        portal.database().sql("delete from model_request where started_at is null").update();
        await().until(() -> portal.all() == 2);

        holder.dispose();

        await().until(() -> heard.contains(SlowModel.DONE));
    }

    private TestingQueue portal(int concurrency, int models, int length) {
        return portal(TestingQueue.settings(concurrency, models, length));
    }

    private TestingQueue portal(QueueSettings settings) {
        var portal = new TestingQueue(database, settings);
        open.add(portal);
        return portal;
    }

    private static AccountId somebody() {
        return new AccountId(UUID.randomUUID());
    }

    private Flux<ChatPart> asked(TestingQueue portal, String name, AccountId asker) {
        return portal.queue().inTurn(name, asker, model.answer(name, asker));
    }

    /** A request that is at the server until it is left. */
    private static Disposable holding(TestingQueue portal, String name) {
        long before = portal.served();
        Disposable holder = portal.queue().inTurn(name, somebody(), Flux.never()).subscribe();
        await().until(() -> portal.served() > before);
        return holder;
    }

    /** A request that has heard so many parts. */
    private Disposable waiting(TestingQueue portal, String name, List<ChatPart> heard, int parts) {
        Disposable asked = asked(portal, name, somebody()).subscribe(heard::add);
        await().until(() -> heard.size() >= parts);
        return asked;
    }

    private static Reason failure(Flux<ChatPart> stream) {
        try {
            stream.blockLast(Duration.ofSeconds(10));
            throw new AssertionError("It was answered");
        } catch (ModelFailure failure) {
            return failure.reason();
        }
    }
}
