package io.opslore.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.opslore.assistant.Answer.Outcome;
import io.opslore.guard.Limit;
import io.opslore.guard.LimitReached;
import io.opslore.guard.Refusal;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.library.NotFound;
import io.opslore.models.ChatPart;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class AnswerLimitsTests extends AssistantRoomTest {

    private static final String TEXT = "# Gateway\n\nThe gateway listens on port 8443.\n";
    private static final String QUESTION = "Which port does the gateway listen on?";

    @Test
    void aQuestionTooManyIsRefusedAndNothingOfItIsKept() throws Exception {
        Asker asker = somebody(Role.READER);
        limit(asker, Limit.REQUESTS_PER_MINUTE, 1);
        Answer first = answered(QUESTION, null, asker);

        assertThat(refused(() -> assistant.ask(QUESTION, first.conversation(), asker)).limit())
                .isEqualTo(Limit.REQUESTS_PER_MINUTE);
        assertThat(refused(() -> assistant.ask(QUESTION, null, asker)).freesAt()).isNotNull();
        assertThat(refused(() -> assistant.retry(first.id(), asker)).used()).isEqualTo(1);

        assertThat(conversations.list("", asker)).hasSize(1);
        assertThat(conversations.answers(first.conversation(), asker)).containsExactly(first);
    }

    @Test
    void theNextQuestionIsLetInWhenTheAnswerHasEnded() throws Exception {
        Asker asker = somebody(Role.READER);
        limit(asker, Limit.CONCURRENT_REQUESTS, 1);
        retrieval.finds(passage(space(), "gateway.md", TEXT));
        modelAnswers(Flux.<ChatPart>just(new ChatPart.Words("Port")).concatWith(Flux.never()));
        Answer running = assistant.ask(QUESTION, null, asker);

        assertThat(refused(() -> assistant.ask(QUESTION, null, asker)).limit())
                .isEqualTo(Limit.CONCURRENT_REQUESTS);

        assistant.stop(running.id(), asker);
        followed(running.id(), asker);
        assistant.stop(assistant.ask(QUESTION, null, asker).id(), asker);
    }

    @Test
    void aConversationThatIsNotTheirsTakesNoPlace() {
        Asker asker = somebody(Role.READER);
        limit(asker, Limit.CONCURRENT_REQUESTS, 1);
        var foreign = new ConversationId(UUID.randomUUID());

        for (int attempt = 0; attempt < 3; attempt++) {
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> assistant.ask(QUESTION, foreign, asker));
        }
    }

    @Test
    void theTokensThatTheServerCountsAreTakenFromTheBudget() throws Exception {
        Asker asker = somebody(Role.READER);
        limit(asker, Limit.TOKENS_PER_DAY, 40);
        retrieval.finds(passage(space(), "gateway.md", TEXT));
        modelSays("Port 8443 [1].");

        Answer answer = answered(QUESTION, null, asker);

        assertThat(charged(asker)).isEqualTo(answer.tokens()).isEqualTo(42);
        assertThat(refused(() -> assistant.ask(QUESTION, null, asker)))
                .extracting(Refusal::limit, Refusal::used, Refusal::allowed)
                .containsExactly(Limit.TOKENS_PER_DAY, 42L, 40L);
    }

    @Test
    void aStoppedAnswerIsTakenFromTheBudgetToo() throws Exception {
        Asker asker = somebody(Role.READER);
        retrieval.finds(passage(space(), "gateway.md", TEXT));
        modelAnswers(Flux.<ChatPart>just(new ChatPart.Words("Port 8443")).concatWith(Flux.never()));
        Answer running = assistant.ask(QUESTION, null, asker);
        Awaitility.await()
                .until(() ->
                        conversations.answers(running.conversation(), asker).getLast().outcome()
                                == Outcome.STREAMING);

        assistant.stop(running.id(), asker);
        Answer stopped = followed(running.id(), asker).getLast();

        assertThat(stopped.outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(charged(asker)).isEqualTo(stopped.tokens()).isGreaterThan(100);
    }

    @Test
    void thePromptIsNotLargerThanTheAskersOwnContext() throws Exception {
        Asker asker = somebody(Role.READER);
        limit(asker, Limit.CONTEXT_TOKENS, 2000);
        retrieval.finds(passage(space(), "gateway.md", TEXT));
        modelSays("Port 8443 [1].");

        Answer answer = answered(QUESTION, null, asker);

        assertThat(
                        database.sql("select options ->> 'contextTokens' from answer where id = ?")
                                .param(answer.id().value())
                                .query(String.class)
                                .single())
                .isEqualTo("2000");
    }

    private static Refusal refused(ThrowingCallable action) {
        return assertThatExceptionOfType(LimitReached.class).isThrownBy(action).actual().refusal();
    }

    private long charged(Asker asker) {
        return database.sql(
                        "select sum(prompt_tokens + answer_tokens) from usage_day where account_id = ?")
                .param(asker.id().value())
                .query(Long.class)
                .single();
    }

    private void limit(Asker asker, Limit limit, long amount) {
        database.sql("insert into limit_value (limit_key, account_id, amount) values (?, ?, ?)")
                .params(limit.key(), asker.id().value(), amount)
                .update();
    }
}
