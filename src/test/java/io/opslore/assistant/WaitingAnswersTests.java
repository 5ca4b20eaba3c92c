package io.opslore.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opslore.assistant.Answer.Outcome;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.models.ChatPart;
import io.opslore.testing.TestingModelServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Questions while the model has others to answer. */
class WaitingAnswersTests extends AssistantRoomTest {

    private static final String QUESTION = "How long may a drain take?";

    private final List<Runnable> leave = new ArrayList<>();
    private final Sinks.Many<ChatPart> words = Sinks.many().multicast().directBestEffort();

    @BeforeEach
    void theModelIsBusyWithFour() {
        retrieval.finds(passage(space(), "drain.md", "A drain may take 12 minutes."));
        modelAnswers(words.asFlux());
        for (int number = 0; number < 4; number++) {
            Asker other = somebody(Role.READER);
            AnswerId busy = assistant.ask(QUESTION, null, other).id();
            leave.add(() -> assistant.stop(busy, other));
        }
        await().until(() -> server.requests().size() == 4);
    }

    @AfterEach
    void theyLeave() {
        leave.forEach(Runnable::run);
    }

    @Test
    void anAnswerSaysHowManyAreBeforeItAndStoresNothingOfThat() throws Exception {
        Asker asker = somebody(Role.READER);
        AnswerId answer = assistant.ask(QUESTION, null, asker).id();
        var told = new CopyOnWriteArrayList<Answer>();
        assistant.follow(answer, asker, told::add);

        await().until(() -> !told.isEmpty() && told.getLast().outcome() == Outcome.WAITING);
        assertThat(told.getLast().ahead()).isZero();
        assertThat(stored(answer)).isEqualTo("SEARCHING");

        server.answers(
                Flux.just(
                        new ChatPart.Words("12 minutes [1]."),
                        new ChatPart.Done(TestingModelServer.MODEL, 30, 12, false)));
        leave.removeFirst().run();

        await().until(() -> told.getLast().outcome() == Outcome.ANSWERED);
        assertThat(told.getLast().markdown()).contains("12 minutes");
        assertThat(told.getLast().ahead()).isZero();
    }

    @Test
    void stopEndsTheWait() throws Exception {
        Asker asker = somebody(Role.READER);
        AnswerId answer = assistant.ask(QUESTION, null, asker).id();
        var told = new CopyOnWriteArrayList<Answer>();
        assistant.follow(answer, asker, told::add);
        await().until(() -> !told.isEmpty() && told.getLast().outcome() == Outcome.WAITING);

        assistant.stop(answer, asker);

        await().until(() -> told.getLast().outcome() == Outcome.STOPPED);
        await().until(() ->
                database.sql("select count(*) from model_request where started_at is null")
                                .query(Long.class)
                                .single()
                        == 0);
        assertThat(server.requests()).hasSize(4);
    }

    private String stored(AnswerId answer) {
        return database.sql("select outcome from answer where id = ?")
                .param(answer.value())
                .query(String.class)
                .single();
    }
}
