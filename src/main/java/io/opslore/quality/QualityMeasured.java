package io.opslore.quality;

import io.opslore.audit.AuditRecord;
import io.opslore.audit.Auditable;
import io.opslore.audit.Subject;
import io.opslore.identity.Asker;
import java.util.Map;
import java.util.TreeMap;

/** A measurement came into the history. */
record QualityMeasured(AuditRecord audited) implements Auditable {

    static QualityMeasured of(SetReport report, Asker asker) {
        Map<String, Object> details = new TreeMap<>();
        details.put("queries", report.queries());
        report.runs().forEach(run -> details.put(run.name(), run.ndcg10()));
        return new QualityMeasured(
                AuditRecord.done(
                        "quality.measure",
                        asker.actor(),
                        new Subject("judged-set", report.set(), report.set()),
                        details));
    }
}
