package io.opslore.audit;

import java.time.Instant;

/**
 * One line of the log, as it was written. Immutable.
 *
 * @param sequence its number; there is no gap between two
 * @param at when it was written, to the microsecond
 * @param details as JSON, its keys in order
 * @param previousHash the hash of the line before; for the first, 64 zeros
 * @param hash SHA-256, in hexadecimal digits, over everything before it here
 */
public record AuditEntry(
        long sequence,
        Instant at,
        String action,
        Actor actor,
        AuditRecord.Outcome outcome,
        Subject subject,
        String details,
        String previousHash,
        String hash) {}
