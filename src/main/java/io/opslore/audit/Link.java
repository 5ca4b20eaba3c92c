package io.opslore.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the chain as it is stored: texts in the order in which they are hashed. The hash is
 * SHA-256 over the number, the microseconds since 1970, {@link #content} and the hash before, each
 * as UTF-8 behind its length in four bytes, so that no two rows are written alike.
 *
 * @param content action, actor's id (empty where there is none), name and means, outcome, subject's
 *     kind, id and name, details
 */
record Link(
        long sequence,
        Instant at,
        List<String> content,
        String previousHash,
        String hash,
        String searchable) {

    /** What stands before the very first. */
    static final String NOTHING = "0".repeat(64);

    /** The next one behind those before. */
    static Link of(long sequence, Instant at, AuditRecord record, String previousHash) {
        UUID actor = record.actor().id();
        List<String> content =
                List.of(
                        Canonical.name(record.action()),
                        actor == null ? "" : actor.toString(),
                        Canonical.name(record.actor().name()),
                        Canonical.name(record.actor().via()),
                        record.outcome().name(),
                        Canonical.name(record.subject().kind()),
                        Canonical.name(record.subject().id()),
                        Canonical.name(record.subject().name()),
                        Canonical.details(record.details()));
        return new Link(
                sequence,
                at,
                content,
                previousHash,
                hash(sequence, at, content, previousHash),
                searchable(content));
    }

    static Link of(ResultSet row) throws SQLException {
        @Nullable String actor = row.getString("actor_id");
        return new Link(
                row.getLong("sequence"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                List.of(
                        row.getString("action"),
                        actor == null ? "" : actor,
                        row.getString("actor_name"),
                        row.getString("via"),
                        row.getString("outcome"),
                        row.getString("subject_kind"),
                        row.getString("subject_id"),
                        row.getString("subject_name"),
                        row.getString("details")),
                row.getString("previous_hash"),
                row.getString("hash"),
                row.getString("searchable"));
    }

    /** Whether it says what it said when it was written. */
    boolean isUnchanged() {
        return isOf(sequence) && searchable.equals(searchable(content));
    }

    /** Whether it was written under this number. */
    boolean isOf(long number) {
        return hash.equals(hash(number, at, content, previousHash));
    }

    String action() {
        return content.getFirst();
    }

    @Nullable UUID actorId() {
        return content.get(1).isEmpty() ? null : UUID.fromString(content.get(1));
    }

    String details() {
        return content.getLast();
    }

    AuditEntry entry() {
        return new AuditEntry(
                sequence,
                at,
                action(),
                new Actor(actorId(), content.get(2), content.get(3)),
                AuditRecord.Outcome.valueOf(content.get(4)),
                new Subject(content.get(5), content.get(6), content.get(7)),
                details(),
                previousHash,
                hash);
    }

    private static String searchable(List<String> content) {
        return String.join("\n", content).toLowerCase(Locale.ROOT);
    }

    private static String hash(
            long sequence, Instant at, List<String> content, String previousHash) {
        MessageDigest digest = sha256();
        add(Long.toString(sequence), digest);
        add(Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at)), digest);
        content.forEach(text -> add(text, digest));
        add(previousHash, digest);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(String text, MessageDigest digest) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java has SHA-256", e);
        }
    }
}
