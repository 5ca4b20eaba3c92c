package io.opslore.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.opslore.assistant.Answer.Outcome;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.library.NotFound;
import io.opslore.library.Space;
import io.opslore.models.ChatPart;
import io.opslore.models.TaskModels;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

class ComparisonsTests extends AssistantRoomTest {

    private static final String QUESTION = "Which gateway port?";
    private static final String SAID = "It listens on port 8443 [1].";
    private static final String USUAL = "qwen2.5:72b";
    private static final String RIVAL = "smollm2:latest";

    @Autowired private Comparisons comparisons;
    @Autowired private Ledger ledger;
    @Autowired private TaskModels tasks;

    private Asker asker;
    private Space space;

    @BeforeEach
    void twoModels() {
        asker = somebody(Role.READER);
        space = space();
        retrieval.finds(passage(space, "gateway.md", "The gateway listens on port 8443."));
        server.says(SAID);
        server.holds(USUAL, RIVAL);
        await().until(() -> tasks.allowed(asker).equals(List.of(USUAL, RIVAL)));
    }

    @Test
    void aSecondModelAnswersBesideTheFirst() throws Exception {
        Answer first = answered(QUESTION, null, asker);

        Answer second = compared(first);

        assertThat(server.requests().getLast().toString())
                .contains("listens on port 8443")
                .doesNotContain("It listens");
        assertThat(second.model()).isEqualTo(RIVAL);
        assertThat(second.question()).isEqualTo(QUESTION);
        assertThat(second.citations()).hasSize(1);
        assertThat(conversations.answers(first.conversation(), asker))
                .extracting(Answer::id)
                .containsExactly(first.id());
        assertThat(beside(first)).containsOnlyKeys(first.id()).containsValue(second);
    }

    @Test
    void theConversationGoesOnWithTheFirstUntilOneIsKept() throws Exception {
        Answer first = answered(QUESTION, null, asker);
        server.says("Nobody knows, says the rival [1].");
        compared(first);
        server.says(SAID);

        answered("And which protocol does it speak?", first.conversation(), asker);

        String prompt = server.requests().getLast().toString();
        assertThat(prompt).contains("listens on port 8443").doesNotContain("says the rival");
        assertThatIllegalArgumentException().isThrownBy(() -> comparisons.keep(first.id(), asker));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> comparisons.compare(first.id(), RIVAL, asker));
        assertThat(beside(first)).hasSize(1);
    }

    @Test
    void theSecondIsKeptInPlaceOfTheFirst() throws Exception {
        Answer first = answered(QUESTION, null, asker);
        Answer second = compared(first);

        comparisons.keep(second.id(), asker);

        assertThat(conversations.answers(first.conversation(), asker)).containsExactly(second);
        assertThat(beside(first)).isEmpty();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> assistant.stop(first.id(), asker));
        answered("And which protocol does it speak?", first.conversation(), asker);
        assertThat(conversations.answers(first.conversation(), asker)).hasSize(2);
    }

    @Test
    void theFirstIsKeptAndTheSecondStopped() throws Exception {
        Answer first = answered(QUESTION, null, asker);
        var stopped = new AtomicBoolean();
        server.answers(
                Flux.<ChatPart>concat(Flux.just(new ChatPart.Words("It listens")), Flux.never())
                        .doOnCancel(() -> stopped.set(true)));
        Answer second = comparisons.compare(first.id(), RIVAL, asker);
        await().until(() -> beside(first).get(first.id()).outcome() == Outcome.STREAMING);

        comparisons.keep(first.id(), asker);

        assertThat(beside(first)).isEmpty();
        assertThat(conversations.answers(first.conversation(), asker)).containsExactly(first);
        await().untilAsserted(() -> assertThat(stopped).isTrue());
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> comparisons.keep(second.id(), asker));
    }

    @Test
    void anotherComparisonTakesThePlaceOfTheOneBefore() throws Exception {
        Answer first = answered(QUESTION, null, asker);
        Answer before = compared(first);

        Answer second = compared(first);

        assertThat(second.id()).isNotEqualTo(before.id());
        assertThat(beside(first)).containsOnly(Map.entry(first.id(), second));
    }

    @Test
    void askingAgainEndsTheComparison() throws Exception {
        Answer first = answered(QUESTION, null, asker);
        Answer second = compared(first);
        assertThatIllegalArgumentException().isThrownBy(() -> assistant.retry(second.id(), asker));

        Answer again = assistant.retry(first.id(), asker);

        assertThat(beside(first)).isEmpty();
        assertThat(conversations.answers(first.conversation(), asker))
                .extracting(Answer::id)
                .containsExactly(again.id());
        followed(again.id(), asker);
    }

    @Test
    void nobodyElseComparesOrSees() throws Exception {
        Answer first = answered(QUESTION, null, asker);
        Answer second = compared(first);
        Asker stranger = somebody(Role.ADMIN);

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> comparisons.of(first.conversation(), stranger));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> comparisons.keep(second.id(), stranger));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> comparisons.compare(first.id(), RIVAL, stranger));
        assertThatExceptionOfType(ModelRefused.class)
                .isThrownBy(() -> comparisons.compare(first.id(), "of-nobody", asker));
        assertThat(beside(first)).containsValue(second);
    }

    @Test
    void anAuditorFindsTheSecondInTheLedger() throws Exception {
        Answer second = compared(answered(QUESTION, null, asker));

        LedgerRecord record = ledger.open(second.id(), somebody(Role.ADMIN));

        assertThat(record.entry().model()).isEqualTo(RIVAL);
    }

    private Map<AnswerId, Answer> beside(Answer first) {
        return comparisons.of(first.conversation(), asker);
    }

    private Answer compared(Answer first) throws Exception {
        return followed(comparisons.compare(first.id(), RIVAL, asker).id(), asker).getLast();
    }
}
