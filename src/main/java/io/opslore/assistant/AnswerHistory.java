package io.opslore.assistant;

import io.opslore.identity.Asker;
import io.opslore.library.Documents;
import io.opslore.library.Grants;
import io.opslore.library.NotFound;
import io.opslore.library.ReadScope;
import io.opslore.library.RevisionId;
import io.opslore.library.SpaceId;
import io.opslore.library.Standing;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Stored answers as their asker may see them today: an answer written from a source that the asker
 * may no longer open is withheld, because its text would tell what the source says. A source that
 * was removed withholds nothing from those who may still open its space. Thread-safe.
 */
@Component
class AnswerHistory {

    private final AnswerRecords answers;
    private final Documents documents;
    private final Grants grants;

    AnswerHistory(AnswerRecords answers, Documents documents, Grants grants) {
        this.answers = answers;
        this.documents = documents;
        this.grants = grants;
    }

    /** All of a conversation that is known to be the asker's, the oldest first. */
    List<Answer> of(ConversationId conversation, Asker asker) {
        return seen(answers.findByConversationIdOrderByPosition(conversation.value()), asker);
    }

    /** One answer; throws {@link NotFound} if it is not the asker's. */
    Answer answer(AnswerId id, Asker asker) {
        return answers.own(id.value(), asker.id().value())
                .map(entity -> seen(List.of(entity), asker).getFirst())
                .orElseThrow(() -> new NotFound("Answer"));
    }

    /** Anybody's answers as this asker, who may be another one, may see them. */
    List<Answer> seen(List<AnswerEntity> entities, Asker asker) {
        List<RevisionId> sources =
                entities.stream()
                        .flatMap(entity -> entity.passages.stream())
                        .map(passage -> new RevisionId(passage.revisionId()))
                        .distinct()
                        .toList();
        var reading = new Reading(documents.standing(sources, asker), grants.readable(asker));
        return entities.stream().map(reading::see).toList();
    }

    /** What one asker may open at one moment. */
    private record Reading(Map<RevisionId, Standing> standings, ReadScope scope) {

        Answer see(AnswerEntity entity) {
            Answer answer = entity.toAnswer();
            boolean open = entity.passages.stream().allMatch(this::mayOpen);
            return open || !answer.outcome().isFinal() ? answer : Answers.withheld(answer);
        }

        private boolean mayOpen(PassageRow passage) {
            return switch (standings.get(new RevisionId(passage.revisionId()))) {
                case Standing.Current() -> true;
                case Standing.Changed(RevisionId current) -> true;
                case Standing.Removed() -> covers(passage.spaceId());
                case Standing.Hidden() -> false;
                case null -> false;
            };
        }

        private boolean covers(@Nullable UUID space) {
            return space != null && scope.covers(new SpaceId(space));
        }
    }
}
