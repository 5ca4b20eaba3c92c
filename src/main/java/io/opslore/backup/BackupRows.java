package io.opslore.backup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is remembered of backups, beside the files themselves. Thread-safe. */
@Repository
class BackupRows {

    private final JdbcClient jdbc;

    BackupRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A new file stands in the place of the one that had its name. */
    void made(String place, Made made, String by) {
        forget(place, made.name());
        jdbc.sql(
                        """
                        insert into backup_made
                            (id, place, name, made_at, made_by, bytes, base, sealed, has_key, lacking)
                        values (:id, :place, :name, :at, :by, :bytes, :base, :sealed, :key, :lacking)
                        """)
                .param("id", made.id())
                .param("place", place)
                .param("name", made.name())
                .param("at", time(made.at()))
                .param("by", by)
                .param("bytes", made.bytes())
                .param("base", made.base())
                .param("sealed", made.sealed())
                .param("key", made.key())
                .param("lacking", made.lacking())
                .update();
    }

    void verified(String place, String name, Instant at, String fault) {
        jdbc.sql(
                        """
                        update backup_made set verified_at = :at, fault = :fault
                        where place = :place and name = :name
                        """)
                .param("at", time(at))
                .param("fault", fault)
                .param("place", place)
                .param("name", name)
                .update();
    }

    /** When the last was made that nothing is wrong with. */
    Optional<Instant> newest() {
        return jdbc
                .sql("select max(made_at) from backup_made where fault = ''")
                .query((row, number) -> row.getObject(1, OffsetDateTime.class))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .map(OffsetDateTime::toInstant)
                .findFirst();
    }

    void forget(String place, String name) {
        jdbc.sql("delete from backup_made where place = :place and name = :name")
                .param("place", place)
                .param("name", name)
                .update();
    }

    List<Remembered> in(String place) {
        return jdbc.sql("select * from backup_made where place = :place")
                .param("place", place)
                .query(BackupRows::remembered)
                .list();
    }

    private static Remembered remembered(ResultSet row, int number) throws SQLException {
        OffsetDateTime verified = row.getObject("verified_at", OffsetDateTime.class);
        return new Remembered(
                row.getString("name"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("made_by"),
                row.getString("base"),
                row.getBoolean("sealed"),
                row.getBoolean("has_key"),
                row.getInt("lacking"),
                verified == null ? null : verified.toInstant(),
                row.getString("fault"));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
