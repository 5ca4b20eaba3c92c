package io.opslore.assistant;

import io.opslore.identity.Asker;
import io.opslore.models.ModelFailure;
import io.opslore.models.ModelTask;
import io.opslore.models.Thinking;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "answer")
class AnswerEntity {

    @Id UUID id;
    UUID conversationId;
    UUID accountId;
    String asker;

    /** Who works on it. */
    @Nullable UUID portalId;

    int position;

    /** The answer to the same question that it is compared with; null for that one itself. */
    @Nullable UUID beside;

    String question;
    Instant askedAt;

    @Enumerated(EnumType.STRING)
    Answer.Outcome outcome;

    @Enumerated(EnumType.STRING)
    ModelFailure.@Nullable Reason failure;

    String markdown;

    @JdbcTypeCode(SqlTypes.JSON)
    List<String> unsupported = List.of();

    String searchable;
    @Nullable String model;
    @Nullable String promptVersion;

    @Nullable String fenceKey;
    @Nullable String canary;

    @JdbcTypeCode(SqlTypes.JSON)
    List<UUID> told = List.of();

    @Nullable String promptSha256;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> options = Map.of();

    @JdbcTypeCode(SqlTypes.JSON)
    List<Remark> remarks = List.of();

    @Nullable String task;

    @Enumerated(EnumType.STRING)
    Thinking thinking = Thinking.OFF;

    String thoughts = "";

    @JdbcTypeCode(SqlTypes.JSON)
    List<Lookup> lookups = List.of();

    /** What was to be looked up; null where only its words said so. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable LookupWish wish;

    int tokens;
    long elapsedMillis;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "citation", joinColumns = @JoinColumn(name = "answer_id"))
    @OrderBy("marker")
    List<CitationRow> citations = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "answer_passage", joinColumns = @JoinColumn(name = "answer_id"))
    @OrderBy("rank")
    List<PassageRow> passages = new ArrayList<>();

    static AnswerEntity asked(
            ConversationEntity conversation,
            int position,
            Heard question,
            Asker asker,
            UUID portal) {
        var entity = new AnswerEntity();
        entity.id = UUID.randomUUID();
        entity.conversationId = conversation.id;
        entity.accountId = asker.id().value();
        entity.asker = asker.username();
        entity.portalId = portal;
        entity.position = position;
        entity.question = question.text();
        entity.remarks = question.remarks();
        entity.wish = question.wish().lookups();
        entity.askedAt = conversation.changedAt;
        entity.outcome = Answer.Outcome.SEARCHING;
        entity.markdown = "";
        entity.searchable = question.text().toLowerCase(Locale.ROOT);
        return entity;
    }

    LookupWish wish() {
        return wish == null ? LookupWish.NONE : wish;
    }

    /** Takes over what is known by now. */
    void become(Answer answer, Means means) {
        outcome = answer.outcome();
        failure = answer.failure();
        markdown = answer.markdown();
        unsupported = answer.unsupported();
        remarks = answer.remarks();
        searchable = (question + "\n" + markdown).toLowerCase(Locale.ROOT);
        model = answer.model();
        Sent sent = means.sent();
        if (sent != null) {
            promptVersion = sent.template().version();
            fenceKey = sent.fence().key();
            canary = sent.canary();
            told = sent.told();
            promptSha256 = sent.sha256();
        }
        options = means.options();
        ModelTask worked = answer.workings().task();
        task = worked == null ? null : worked.key();
        thinking = answer.workings().thinking();
        thoughts = answer.workings().thoughts();
        lookups = answer.workings().lookups();
        tokens = answer.tokens();
        elapsedMillis = answer.elapsed().toMillis();
        replace(citations, answer.citations().stream().map(CitationRow::of).toList());
        replace(passages, PassageRow.of(means.passages()));
    }

    Answer toAnswer() {
        return new Answer(
                new AnswerId(id),
                new ConversationId(conversationId),
                question,
                outcome,
                markdown,
                citations.stream().map(CitationRow::toCitation).toList(),
                unsupported,
                model,
                Duration.ofMillis(elapsedMillis),
                tokens,
                askedAt,
                failure,
                remarks,
                new Workings(
                        task == null ? null : ModelTask.of(task).orElse(null),
                        thinking,
                        thoughts,
                        lookups,
                        List.of()),
                0);
    }

    /** Leaves the rows alone where nothing changed: saving goes on every few seconds. */
    private static <T> void replace(List<T> rows, List<T> wanted) {
        if (!rows.equals(wanted)) {
            rows.clear();
            rows.addAll(wanted);
        }
    }
}
