package io.opslore.assistant;

import io.opslore.identity.Asker;
import io.opslore.library.Documents;
import io.opslore.library.NotFound;
import io.opslore.library.RevisionId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Stored answers as their asker may see them today: an answer written from a source that the asker
 * may no longer open is withheld, because its text would tell what the source says. Thread-safe.
 */
@Component
class AnswerHistory {

    private final AnswerRecords answers;
    private final Documents documents;

    AnswerHistory(AnswerRecords answers, Documents documents) {
        this.answers = answers;
        this.documents = documents;
    }

    /** All of a conversation that is known to be the asker's, the oldest first. */
    List<Answer> of(ConversationId conversation, Asker asker) {
        var reading = new Reading(asker);
        return answers.findByConversationIdOrderByPosition(conversation.value()).stream()
                .map(reading::see)
                .toList();
    }

    /** One answer; throws {@link NotFound} if it is not the asker's. */
    Answer answer(AnswerId id, Asker asker) {
        return answers.own(id.value(), asker.id().value())
                .map(new Reading(asker)::see)
                .orElseThrow(() -> new NotFound("Answer"));
    }

    /** Asks for each revision once. */
    private final class Reading {

        private final Asker asker;
        private final Map<UUID, Boolean> readable = new HashMap<>();

        Reading(Asker asker) {
            this.asker = asker;
        }

        Answer see(AnswerEntity entity) {
            Answer answer = entity.toAnswer();
            boolean open =
                    entity.passages.stream().map(PassageRow::revisionId).allMatch(this::mayOpen);
            return open || !answer.outcome().isFinal() ? answer : Answers.withheld(answer);
        }

        private boolean mayOpen(UUID revision) {
            return readable.computeIfAbsent(revision, this::look);
        }

        private boolean look(UUID revision) {
            try {
                documents.revision(new RevisionId(revision), asker);
                return true;
            } catch (NotFound e) {
                return false;
            }
        }
    }
}
