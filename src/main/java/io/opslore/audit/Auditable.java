package io.opslore.audit;

/**
 * Something that happened and has to stand on the record. Published as an application event; within
 * a transaction it is recorded exactly if that commits, and outside of one at once.
 */
public interface Auditable {

    /** What the record says. Holds no secret: a changed password is told, not quoted. */
    AuditRecord audited();
}
