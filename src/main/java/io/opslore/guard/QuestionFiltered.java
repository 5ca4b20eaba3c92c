package io.opslore.guard;

import io.opslore.audit.AuditRecord;
import io.opslore.audit.Auditable;
import io.opslore.audit.Subject;
import io.opslore.identity.Asker;
import java.util.HashMap;
import java.util.Map;

/** A rule has found something in a question. */
record QuestionFiltered(AuditRecord audited) implements Auditable {

    /**
     * @param question empty where the record does not say what was asked
     */
    static QuestionFiltered of(FilterFinding finding, String question, Asker asker) {
        Map<String, Object> details = new HashMap<>();
        details.put("result", finding.action().name());
        details.put("shipped", finding.isShipped());
        if (!question.isEmpty()) {
            details.put("question", question);
        }
        var subject = new Subject("question-rule", finding.rule(), finding.name());
        return new QuestionFiltered(
                finding.action() == FilterAction.BLOCK
                        ? AuditRecord.refused("question.filter", asker.actor(), subject, details)
                        : AuditRecord.done("question.filter", asker.actor(), subject, details));
    }
}
