package io.opslore.identity;

import io.opslore.audit.AuditRecord;
import io.opslore.audit.Auditable;

/** Somebody changed people, groups or roles, or was refused to. */
record PeopleAudit(AuditRecord audited) implements Auditable {}
