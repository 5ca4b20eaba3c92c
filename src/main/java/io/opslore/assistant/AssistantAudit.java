package io.opslore.assistant;

import io.opslore.audit.AuditRecord;
import io.opslore.audit.AuditRecord.Outcome;
import io.opslore.audit.AuditSettings;
import io.opslore.audit.Auditable;
import io.opslore.audit.Subject;
import io.opslore.identity.Asker;
import io.opslore.retrieval.Passage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells the audit log what people do with the assistant. Question texts, and the titles made of
 * them, only where the settings allow it.
 */
@Component
class AssistantAudit {

    private final ApplicationEventPublisher events;
    private final AuditSettings settings;

    AssistantAudit(ApplicationEventPublisher events, AuditSettings settings) {
        this.events = events;
        this.settings = settings;
    }

    void asked(Answer answer, Asker asker) {
        tell("question.ask", answer(answer), question(answer), asker);
    }

    void retried(Answer before, Answer answer, Asker asker) {
        Map<String, Object> details = question(answer);
        details.put("inPlaceOf", before.id().value().toString());
        tell("question.retry", answer(answer), details, asker);
    }

    void compared(AnswerId first, Answer second, Asker asker) {
        Map<String, Object> details = question(second);
        details.put("beside", first.value().toString());
        tell("question.compare", answer(second), details, asker);
    }

    void kept(Answer kept, Answer gone, Asker asker) {
        Map<String, Object> details = question(kept);
        details.put("insteadOf", gone.id().value().toString());
        tell("answer.keep", answer(kept), details, asker);
    }

    void stopped(AnswerId answer, Asker asker) {
        tell("answer.stop", new Subject("answer", answer.value().toString(), ""), Map.of(), asker);
    }

    /** It ended, and from what it was written. */
    void ended(Answer answer, Means means, Asker asker) {
        Map<String, Object> details = question(answer);
        details.put("outcome", answer.outcome().name());
        details.put("model", answer.model() == null ? "" : answer.model());
        details.put("tokens", answer.tokens());
        details.put("millis", answer.elapsed().toMillis());
        details.put(
                "used",
                ids(means.passages().stream().map(Passage::revision).map(it -> it.value())));
        details.put("cited", ids(answer.citations().stream().map(it -> it.revision().value())));
        if (answer.failure() != null) {
            details.put("failure", answer.failure().name());
        }
        if (answer.remarks().contains(Remark.of(Remark.Kind.PROMPT_KEPT_BACK))) {
            details.put("promptKeptBack", true);
        }
        boolean failed =
                answer.outcome() == Answer.Outcome.FAILED
                        || answer.outcome() == Answer.Outcome.SEARCH_AWAY;
        publish(
                new AuditRecord(
                        "question.answer",
                        asker.actor(),
                        failed ? Outcome.FAILED : Outcome.DONE,
                        answer(answer),
                        details));
    }

    void renamed(ConversationId id, String before, String after, Asker asker) {
        Map<String, Object> details =
                settings.questionText()
                        ? Map.of("before", Map.of("title", before), "after", Map.of("title", after))
                        : Map.of();
        tell("conversation.rename", conversation(id), details, asker);
    }

    void deleted(ConversationId id, Asker asker) {
        tell("conversation.delete", conversation(id), Map.of(), asker);
    }

    private Map<String, Object> question(Answer answer) {
        Map<String, Object> details = new HashMap<>();
        details.put("conversation", answer.conversation().value().toString());
        if (settings.questionText()) {
            details.put("question", answer.question());
        }
        return details;
    }

    private static List<String> ids(Stream<UUID> ids) {
        return ids.distinct().map(UUID::toString).toList();
    }

    private static Subject answer(Answer answer) {
        return new Subject("answer", answer.id().value().toString(), "");
    }

    private static Subject conversation(ConversationId id) {
        return new Subject("conversation", id.value().toString(), "");
    }

    private void tell(String action, Subject subject, Map<String, ?> details, Asker asker) {
        publish(AuditRecord.done(action, asker.actor(), subject, details));
    }

    private void publish(AuditRecord record) {
        events.publishEvent(new AssistantUsed(record));
    }

    private record AssistantUsed(AuditRecord audited) implements Auditable {}
}
