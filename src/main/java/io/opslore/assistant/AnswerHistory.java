package io.opslore.assistant;

import io.opslore.assistant.Answer.Outcome;
import io.opslore.guard.MaskScope;
import io.opslore.guard.Masking;
import io.opslore.identity.Asker;
import io.opslore.library.Documents;
import io.opslore.library.Grants;
import io.opslore.library.NotFound;
import io.opslore.library.ReadScope;
import io.opslore.library.RevisionId;
import io.opslore.library.SpaceId;
import io.opslore.library.Standing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Stored answers as somebody may see them today. Their own stay readable, but quote nothing that
 * they may no longer open. Read for anybody else, or told to a model, an answer that was written
 * from a source which the reader may not open is withheld as a whole, because its text would tell
 * what the source says. Thread-safe.
 */
@Component
class AnswerHistory {

    private final AnswerRecords answers;
    private final Documents documents;
    private final Grants grants;
    private final Masking masking;

    AnswerHistory(AnswerRecords answers, Documents documents, Grants grants, Masking masking) {
        this.answers = answers;
        this.documents = documents;
        this.grants = grants;
        this.masking = masking;
    }

    /** All of a conversation that is known to be the asker's, the oldest first. */
    List<Answer> of(ConversationId conversation, Asker asker) {
        List<AnswerEntity> entities = stored(conversation);
        Reading reading = reading(entities, asker);
        return entities.stream().map(reading::own).map(this::masked).toList();
    }

    /**
     * Those of a conversation that is known to be the asker's which are compared with others, by
     * the ids of these.
     *
     * @param now an answer's newest snapshot
     */
    Map<AnswerId, Answer> beside(
            ConversationId conversation, Asker asker, UnaryOperator<Answer> now) {
        List<AnswerEntity> entities =
                answers.findByConversationIdAndBesideIsNotNull(conversation.value());
        Reading reading = reading(entities, asker);
        return entities.stream()
                .collect(
                        Collectors.toMap(
                                entity -> new AnswerId(Objects.requireNonNull(entity.beside)),
                                entity -> asOpen(now.apply(masked(reading.own(entity))), asker)));
    }

    /** One answer; throws {@link NotFound} if it is not the asker's. */
    Answer answer(AnswerId id, Asker asker) {
        return answers.own(id.value(), asker.id().value())
                .map(entity -> reading(List.of(entity), asker).own(entity))
                .map(this::masked)
                .orElseThrow(() -> new NotFound("Answer"));
    }

    /** The asker's own answer as it stands, not quoting what they may not open by now. */
    Answer asOpen(Answer answer, Asker asker) {
        if (answer.citations().isEmpty()) {
            return answer;
        }
        List<RevisionId> cited = answer.citations().stream().map(Citation::revision).toList();
        // It was there a moment ago, or what is stored of it has been looked at already.
        return reading(cited, asker).quoting(answer, removed -> true);
    }

    /** Answers of anybody as this reader may see them, in the order given. */
    List<Answer> seen(List<AnswerEntity> entities, Asker reader) {
        Map<AnswerId, Answer> open =
                entities.stream()
                        .map(entity -> new ConversationId(entity.conversationId))
                        .distinct()
                        .map(conversation -> answers.withCompared(conversation.value()))
                        .flatMap(all -> open(all, reader).stream())
                        .collect(Collectors.toMap(Answer::id, Function.identity()));
        return entities.stream()
                .map(entity -> new AnswerId(entity.id))
                .map(id -> Objects.requireNonNull(open.get(id)))
                .toList();
    }

    /**
     * All of a conversation, the oldest first, without what the reader may not know. What a model
     * wrote after an answer that is withheld is withheld too: it had read that.
     */
    List<Answer> open(ConversationId conversation, Asker reader) {
        return open(stored(conversation), reader);
    }

    private List<Answer> open(List<AnswerEntity> entities, Asker reader) {
        Reading reading = reading(entities, reader);
        List<Answer> seen = new ArrayList<>();
        boolean told = false;
        for (AnswerEntity entity : entities) {
            boolean closed = !reading.isOpen(entity) || told && entity.promptVersion != null;
            told |= closed && entity.beside == null && isTold(entity.outcome);
            seen.add(masked(closed ? Answers.withheld(entity.toAnswer()) : reading.others(entity)));
        }
        return seen;
    }

    /** It was when it was stored, unless that was before the rules that are in force now. */
    private Answer masked(Answer answer) {
        return Answers.masked(answer, text -> masking.mask(text, MaskScope.PORTAL).text());
    }

    private static boolean isTold(Outcome outcome) {
        return outcome == Outcome.ANSWERED || outcome == Outcome.PASSAGES;
    }

    private List<AnswerEntity> stored(ConversationId conversation) {
        return answers.findByConversationIdAndBesideIsNullOrderByPosition(conversation.value());
    }

    private Reading reading(List<AnswerEntity> entities, Asker asker) {
        return reading(
                entities.stream().flatMap(AnswerHistory::sources).map(RevisionId::new).toList(),
                asker);
    }

    private Reading reading(Collection<RevisionId> sources, Asker asker) {
        return new Reading(documents.standing(sources, asker), grants.readable(asker));
    }

    private static Stream<UUID> sources(AnswerEntity entity) {
        return Stream.of(
                        entity.passages.stream().map(PassageRow::revisionId),
                        entity.citations.stream().map(CitationRow::revisionId),
                        entity.lookups.stream().map(Lookup::revision).filter(Objects::nonNull))
                .flatMap(Function.identity());
    }

    /** What one person may open at one moment. */
    private record Reading(Map<RevisionId, Standing> standings, ReadScope scope) {

        /** A source that was removed was the asker's to know for as long as its space is. */
        Answer own(AnswerEntity entity) {
            Set<RevisionId> covered =
                    entity.passages.stream()
                            .filter(passage -> covers(passage.spaceId()))
                            .map(passage -> new RevisionId(passage.revisionId()))
                            .collect(Collectors.toSet());
            Answer quoting = lookups(quoting(entity.toAnswer(), covered::contains));
            // Thoughts go through all that was found, cited or not.
            return sources(entity)
                            .map(RevisionId::new)
                            .allMatch(source -> isQuotable(source, covered::contains))
                    ? quoting
                    : Answers.thoughtless(quoting);
        }

        /** What was asked for where they may not look by now is not told again. */
        private Answer lookups(Answer answer) {
            return Answers.lookingUp(
                    answer,
                    answer.workings().lookups().stream()
                            .map(one ->
                                    one.space() == null || covers(one.space()) ? one : one.untold())
                            .toList());
        }

        /**
         * For others, all of whose sources they may open: without what was asked for in vain where
         * they may not look, because the question for it may tell what is there.
         */
        Answer others(AnswerEntity entity) {
            Answer answer = entity.toAnswer();
            return Answers.lookingUp(
                    answer,
                    answer.workings().lookups().stream()
                            .filter(one -> one.revision() != null || covers(one.space()))
                            .toList());
        }

        /**
         * @param stays whether a source that was removed is quoted all the same
         */
        Answer quoting(Answer answer, Predicate<RevisionId> stays) {
            return Answers.citing(
                    answer,
                    answer.citations().stream()
                            .map(one -> isQuotable(one.revision(), stays) ? one : one.closed())
                            .toList());
        }

        private boolean isQuotable(RevisionId revision, Predicate<RevisionId> stays) {
            return switch (standings.get(revision)) {
                case Standing.Current() -> true;
                case Standing.Changed(RevisionId current) -> true;
                case Standing.Removed() -> stays.test(revision);
                case Standing.Hidden() -> false;
                case null -> false;
            };
        }

        private boolean covers(@Nullable UUID space) {
            return space != null && scope.covers(new SpaceId(space));
        }

        boolean isOpen(AnswerEntity entity) {
            return sources(entity).map(RevisionId::new).allMatch(this::isOpen);
        }

        /** Of what was removed nobody can say who might have read it. */
        private boolean isOpen(RevisionId revision) {
            return switch (standings.get(revision)) {
                case Standing.Current() -> true;
                case Standing.Changed(RevisionId current) -> true;
                case Standing.Removed() -> false;
                case Standing.Hidden() -> false;
                case null -> false;
            };
        }
    }
}
