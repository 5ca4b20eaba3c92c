package io.opslore.models.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opslore.identity.AccountId;
import io.opslore.models.ChatPart;
import io.opslore.models.ChatRequest;
import io.opslore.models.ModelServer;
import io.opslore.models.TestingQueue;
import io.opslore.testing.TestingModelServer;
import io.opslore.testing.TestingOllama;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

/** Ten people with eight requests each before one slow model, over real HTTP to a stand-in. */
class FairQueueOverTheWireTests {

    private static final int PEOPLE = 10;
    private static final int EACH = 8;
    private static final String MODEL = "slow:7b";
    private static final ChatRequest REQUEST =
            new ChatRequest(
                    List.of(new ChatRequest.Turn(ChatRequest.Speaker.USER, "Why?")),
                    10,
                    TestingModelServer.OPTIONS);

    private final TestingOllama ollama = new TestingOllama().holds(MODEL, "completion");
    private final ModelServer server = TestingModels.server(TestingModels.settings(ollama.url()));
    private final TestingQueue queue = new TestingQueue();
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final List<AccountId> answered = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        queue.close();
        ollama.close();
    }

    @Test
    void neverMoreThanFourAreAtTheServerAndEveryAnswerComes() {
        var begin = new CountDownLatch(1);
        ollama.answers(chat -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            chat.waits(begin).says("Because ");
            Thread.sleep(50);
            // Its caller may send the next one as soon as it has read the end of this one.
            now.decrementAndGet();
            chat.says("so.").done();
        });
        for (int person = 0; person < PEOPLE; person++) {
            var asker = new AccountId(UUID.randomUUID());
            for (int number = 0; number < EACH; number++) {
                ask(asker);
            }
        }
        await().until(() -> queue.all() == PEOPLE * EACH);

        begin.countDown();

        await().atMost(Duration.ofMinutes(2)).until(() -> answered.size() == PEOPLE * EACH);
        System.out.printf(
                "fair queue over the wire: %d answers of %d requests, most at once %d, people within the first %d answers: %d%n",
                answered.size(),
                PEOPLE * EACH,
                most.get(),
                2 * PEOPLE,
                answered.stream().limit(2 * PEOPLE).distinct().count());
        assertThat(most).hasValue(4);
        assertThat(answered.stream().limit(2 * PEOPLE).distinct().count()).isEqualTo(PEOPLE);
        assertThat(ollama.chats()).hasSize(PEOPLE * EACH);
    }

    @Test
    void whoeverLeavesClosesTheConnectionAndMakesRoom() throws InterruptedException {
        List<Disposable> held = new ArrayList<>();
        ollama.answers(chat -> chat.saysForEver());
        for (int number = 0; number < 4; number++) {
            held.add(ask(new AccountId(UUID.randomUUID())));
        }
        await().until(() -> ollama.chats().size() == 4);
        ollama.answers(chat -> chat.says("At last").done());
        var late = new AccountId(UUID.randomUUID());
        ask(late);

        held.getFirst().dispose();

        await().until(() -> answered.contains(late));
        assertThat(ollama.isLeftByCaller(10)).isTrue();
        held.forEach(Disposable::dispose);
    }

    private Disposable ask(AccountId asker) {
        return queue.inTurn(MODEL, asker, server.stream(MODEL, REQUEST))
                .subscribe(
                        part -> {
                            if (part instanceof ChatPart.Done) {
                                answered.add(asker);
                            }
                        },
                        failure -> {});
    }
}
