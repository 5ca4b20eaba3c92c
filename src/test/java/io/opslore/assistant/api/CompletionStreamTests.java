package io.opslore.assistant.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.assistant.Answer;
import io.opslore.assistant.Answer.Outcome;
import io.opslore.assistant.AnswerId;
import io.opslore.assistant.ConversationId;
import io.opslore.assistant.Workings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter.DataWithMediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pieces of an answer that grows, and of one that changes its mind. */
class CompletionStreamTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FIRST =
            "The gateway listens on port 8443 [1]. It is restarted by systemctl [1]. Its logs are in /var/log.";

    private final Recorded events = new Recorded();
    private final CompletionStream stream =
            new CompletionStream(
                    events,
                    new Completion("opslore", new CompletionText("http://portal.example.com")));

    @Test
    void sendsWhatTwoSnapshotsSayAndTheRestAtTheEnd() {
        stream.show(answer(Outcome.SEARCHING, ""));
        stream.show(answer(Outcome.STREAMING, FIRST.substring(0, 80)));
        assertThat(events.words()).isEmpty();
        stream.show(answer(Outcome.STREAMING, FIRST.substring(0, 84)));
        assertThat(events.words()).isEqualTo(FIRST.substring(0, 44));
        stream.show(answer(Outcome.ANSWERED, FIRST));
        assertThat(events.words()).isEqualTo(FIRST);
        assertThat(events.completed).isTrue();
    }

    @Test
    void saysTheWholeAnswerAgainWhereItTurnedOutOtherwise() {
        stream.show(answer(Outcome.STREAMING, FIRST));
        stream.show(answer(Outcome.STREAMING, FIRST));
        String sent = events.words();
        stream.show(answer(Outcome.NO_SUPPORT, ""));
        assertThat(events.words())
                .isEqualTo(sent + "\n\n---\n\nThe sources do not hold an answer to this question.");
    }

    @Test
    void keepsTheConnectionAliveWhileNothingIsSaid() {
        stream.show(answer(Outcome.WAITING, ""));
        assertThat(events.comments).isEqualTo(1);
    }

    private static Answer answer(Outcome outcome, String markdown) {
        return new Answer(
                new AnswerId(new UUID(0, 1)),
                new ConversationId(new UUID(0, 2)),
                "Which port?",
                outcome,
                markdown,
                List.of(),
                List.of(),
                "testing",
                Duration.ZERO,
                0,
                Instant.EPOCH,
                null,
                List.of(),
                Workings.NONE,
                0);
    }

    /** Keeps what would be sent. */
    private static final class Recorded extends SseEmitter {

        private final List<JsonNode> pieces = new ArrayList<>();
        private int comments;
        private boolean completed;

        @Override
        public void send(SseEventBuilder event) {
            for (DataWithMediaType part : event.build()) {
                if (part.getData() instanceof String text) {
                    comments += text.startsWith(":") ? 1 : 0;
                } else {
                    pieces.add(JSON.valueToTree(part.getData()));
                }
            }
        }

        @Override
        public void complete() {
            completed = true;
        }

        String words() {
            return pieces.stream()
                    .map(piece ->
                            piece.path("choices")
                                    .path(0)
                                    .path("delta")
                                    .path("content")
                                    .asString(""))
                    .collect(Collectors.joining());
        }
    }
}
