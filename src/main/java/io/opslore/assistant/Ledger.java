package io.opslore.assistant;

import io.opslore.audit.AuditRecord;
import io.opslore.audit.Auditable;
import io.opslore.audit.Subject;
import io.opslore.identity.Asker;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import io.opslore.library.NotFound;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Everybody's answers and how they came about, for auditors. Who looks stands on the record
 * themselves. The right to audit opens no document: what was written from one that the auditor may
 * not open is withheld. Thread-safe.
 */
@Service
@NeedsPermission(Permission.AUDIT_READ)
public class Ledger {

    private final LedgerRows rows;
    private final AnswerRecords answers;
    private final AnswerHistory history;
    private final PromptRebuilding rebuilding;
    private final PlanRebuilding plans;
    private final ApplicationEventPublisher events;

    Ledger(
            LedgerRows rows,
            AnswerRecords answers,
            AnswerHistory history,
            PromptRebuilding rebuilding,
            PlanRebuilding plans,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.answers = answers;
        this.history = history;
        this.rebuilding = rebuilding;
        this.plans = plans;
        this.events = events;
    }

    /** For auditors: a page of the answers that fit, the latest first. */
    public List<LedgerEntry> search(LedgerFilter filter, int skip, int limit, Asker asker) {
        if (skip == 0) {
            events.publishEvent(Looked.at(filter, asker));
        }
        return rows.search(filter, skip, limit);
    }

    /** For auditors: how many fit. */
    public int count(LedgerFilter filter, Asker asker) {
        return rows.count(filter);
    }

    /** For auditors: one answer; throws {@link NotFound} where there is none. */
    public LedgerRecord open(AnswerId id, Asker asker) {
        AnswerEntity entity =
                answers.findById(id.value()).orElseThrow(() -> new NotFound("Answer"));
        events.publishEvent(Looked.at(entity, asker));
        List<UsedPassage> passages = rebuilding.passages(entity, asker);
        PromptRebuilding.Result prompt = rebuilding.prompt(entity, passages, asker);
        return new LedgerRecord(
                LedgerRows.entry(entity),
                history.seen(List.of(entity), asker).getFirst(),
                entity.promptVersion,
                entity.options,
                passages,
                prompt.turns(),
                prompt.rebuilt(),
                plans.of(entity, asker));
    }

    private record Looked(String verb, Subject subject, Map<String, ?> details, Asker asker)
            implements Auditable {

        static Looked at(LedgerFilter filter, Asker asker) {
            Map<String, String> conditions = new HashMap<>();
            conditions.put("from", String.valueOf(filter.from()));
            conditions.put("until", String.valueOf(filter.until()));
            conditions.put("person", filter.person());
            conditions.put("document", filter.document());
            conditions.values().removeIf(it -> it.isBlank() || it.equals("null"));
            return new Looked("list", new Subject("ledger", "", ""), conditions, asker);
        }

        static Looked at(AnswerEntity answer, Asker asker) {
            return new Looked(
                    "open",
                    new Subject("answer", answer.id.toString(), ""),
                    Map.of("asker", answer.asker),
                    asker);
        }

        @Override
        public AuditRecord audited() {
            return AuditRecord.done("ledger." + verb, asker.actor(), subject, details);
        }
    }
}
