package io.opslore.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.models.ChatRequest.Speaker;
import io.opslore.models.ChatRequest.Turn;
import io.opslore.models.ModelServer.InstalledModel;
import io.opslore.testing.TestingModelServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every model server has to do. */
public abstract class ModelsContract {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** The server, through the adapter under test. */
    protected abstract ModelServer server();

    @Test
    void listsAModelThatChats() {
        assertThat(server().installed()).anyMatch(InstalledModel::chats);
    }

    @Test
    void streamsWordsAndThenOneDoneWithCounts() {
        List<ChatPart> parts = server().stream(model(), request(24)).collectList().block(PATIENCE);
        assertThat(parts).hasSizeGreaterThan(1);
        assertThat(parts.subList(0, parts.size() - 1))
                .allMatch(part -> part instanceof ChatPart.Words words && !words.text().isEmpty());
        assertThat(parts.getLast()).isInstanceOf(ChatPart.Done.class);
        var done = (ChatPart.Done) parts.getLast();
        assertThat(done.promptTokens()).isPositive();
        assertThat(done.answerTokens()).isPositive();
    }

    @Test
    void saysWhenTheAnswerIsAsLongAsItMayBe() {
        List<ChatPart> parts = server().stream(model(), request(1)).collectList().block(PATIENCE);
        assertThat(parts.getLast())
                .isInstanceOfSatisfying(
                        ChatPart.Done.class, done -> assertThat(done.atLimit()).isTrue());
    }

    @Test
    void aModelThatIsNotInstalledIsMissing() {
        assertThatThrownBy(() ->
                        server().stream("no-such-model:1b", request(8))
                                .collectList()
                                .block(PATIENCE))
                .isInstanceOfSatisfying(
                        ModelFailure.class,
                        failure ->
                                assertThat(failure.reason())
                                        .isEqualTo(ModelFailure.Reason.MODEL_MISSING));
    }

    @Test
    void canBeLeftAfterTheFirstWordAndAskedAgain() {
        ChatPart first = server().stream(model(), request(200)).blockFirst(PATIENCE);
        assertThat(first).isInstanceOf(ChatPart.Words.class);
        assertThat(server().stream(model(), request(2)).blockLast(PATIENCE))
                .isInstanceOf(ChatPart.Done.class);
    }

    private String model() {
        return ModelChoice.of(server().installed(), "").orElseThrow();
    }

    private static ChatRequest request(int answerTokens) {
        return new ChatRequest(
                List.of(
                        new Turn(Speaker.SYSTEM, "You are brief."),
                        new Turn(Speaker.USER, "Name three colours.")),
                answerTokens,
                TestingModelServer.OPTIONS);
    }
}
