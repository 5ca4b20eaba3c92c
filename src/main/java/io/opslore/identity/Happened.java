package io.opslore.identity;

import io.opslore.audit.AuditRecord;
import io.opslore.audit.Auditable;

/** Something about sign-in that has to stand on the record. */
record Happened(AuditRecord audited) implements Auditable {}
