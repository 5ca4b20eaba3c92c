package io.opslore.standalone;

import io.opslore.audit.AuditRecord;
import io.opslore.audit.Auditable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;

/** Puts on record in the log what a portal would write into its chain. */
class AuditLines {

    private static final Logger log = LoggerFactory.getLogger("io.opslore.audit");

    @EventListener
    void write(Auditable event) {
        AuditRecord record = event.audited();
        log.atInfo()
                .addKeyValue("action", record.action())
                .addKeyValue("outcome", record.outcome())
                .addKeyValue("actor", record.actor().name())
                .addKeyValue("via", record.actor().via())
                .addKeyValue("details", record.details())
                .log(
                        "{} {} {} by {}",
                        record.action(),
                        record.subject().id(),
                        record.outcome(),
                        record.actor().name());
    }
}
