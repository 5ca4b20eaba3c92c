package io.opslore.ingest.batch;

import io.opslore.identity.AccountId;
import io.opslore.identity.Asker;
import io.opslore.ingest.Batch;
import io.opslore.ingest.BatchId;
import io.opslore.library.SpaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A batch as it stands in the database.
 *
 * @param sender who began it
 * @param heardAt null after the sender said goodbye
 * @param unpacking the archive whose turn it is; null for none
 */
public record BatchRow(
        BatchId id,
        SpaceId space,
        String name,
        Asker sender,
        Instant startedAt,
        @Nullable Instant heardAt,
        Flags flags,
        Batch.Announced announced,
        Batch.Announced received,
        @Nullable String unpacking) {

    /** A sender tells that it lives every few seconds, but a page in the background sleeps. */
    private static final Duration SILENCE = Duration.ofSeconds(90);

    /** What was decided about it. */
    public record Flags(boolean sent, boolean paused, boolean cancelled) {}

    /** What it is, by what was decided and who was heard. */
    public Batch.State state(Instant now) {
        if (flags.cancelled) {
            return Batch.State.CANCELLED;
        }
        if (flags.sent && unpacking == null) {
            return Batch.State.DONE;
        }
        if (!flags.sent && unpacking == null && isSilent(now)) {
            return Batch.State.BROKEN_OFF;
        }
        return flags.paused ? Batch.State.PAUSED : Batch.State.RUNNING;
    }

    private boolean isSilent(Instant now) {
        return heardAt == null || heardAt.plus(SILENCE).isBefore(now);
    }

    static BatchRow of(ResultSet row, int number) throws SQLException {
        var heard = row.getObject("heard_at", OffsetDateTime.class);
        return new BatchRow(
                new BatchId(row.getObject("id", UUID.class)),
                new SpaceId(row.getObject("space_id", UUID.class)),
                row.getString("name"),
                new Asker(
                        new AccountId(row.getObject("account_id", UUID.class)),
                        row.getString("username")),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                heard == null ? null : heard.toInstant(),
                new Flags(
                        row.getBoolean("sent"),
                        row.getBoolean("paused"),
                        row.getBoolean("cancelled")),
                new Batch.Announced(row.getInt("announced_files"), row.getLong("announced_bytes")),
                new Batch.Announced(row.getInt("received_files"), row.getLong("received_bytes")),
                row.getString("unpacking"));
    }
}
