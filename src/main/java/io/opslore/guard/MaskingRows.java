package io.opslore.guard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Own rules and allowed values in PostgreSQL. Thread-safe. */
@Repository
class MaskingRows {

    private final JdbcClient jdbc;

    MaskingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long version() {
        return jdbc.sql("select version from masking_version").query(Long.class).single();
    }

    /** Tells all portals; also makes others who change something wait for this transaction. */
    void nextVersion() {
        jdbc.sql("update masking_version set version = version + 1").update();
    }

    /** By name. */
    List<OwnRule> rules(int offset, int limit) {
        return jdbc.sql(
                        """
                        select id, name, kind, expression from masking_rule
                        order by name, id offset ? limit ?
                        """)
                .params(offset, limit)
                .query((row, number) -> rule(row))
                .list();
    }

    int countRules() {
        return jdbc.sql("select count(*) from masking_rule").query(Integer.class).single();
    }

    Optional<OwnRule> rule(UUID id) {
        return jdbc.sql("select id, name, kind, expression from masking_rule where id = ?")
                .param(id)
                .query((row, number) -> rule(row))
                .optional();
    }

    /** Whether another rule has the name. */
    boolean named(String name, UUID except) {
        return jdbc.sql("select count(*) from masking_rule where name = ? and id <> ?")
                        .params(name, except)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void put(OwnRule rule) {
        jdbc.sql(
                        """
                        insert into masking_rule (id, name, kind, expression) values (?, ?, ?, ?)
                        on conflict (id) do update set name = excluded.name,
                        kind = excluded.kind, expression = excluded.expression
                        """)
                .params(rule.id(), rule.name(), rule.kind(), rule.expression())
                .update();
    }

    void removeRule(UUID id) {
        jdbc.sql("delete from masking_rule where id = ?").param(id).update();
    }

    /** The newest first. */
    List<AllowedValue> allowed(int offset, int limit) {
        return jdbc.sql(
                        """
                        select id, note, added_at from masking_allowed
                        order by added_at desc, id offset ? limit ?
                        """)
                .params(offset, limit)
                .query((row, number) -> allowed(row))
                .list();
    }

    int countAllowed() {
        return jdbc.sql("select count(*) from masking_allowed").query(Integer.class).single();
    }

    Optional<AllowedValue> allowed(UUID id) {
        return jdbc.sql("select id, note, added_at from masking_allowed where id = ?")
                .param(id)
                .query((row, number) -> allowed(row))
                .optional();
    }

    /** False where it is allowed already. */
    boolean allow(UUID id, String hash, String note) {
        return jdbc.sql(
                                """
                                insert into masking_allowed (id, value_hash, note) values (?, ?, ?)
                                on conflict (value_hash) do nothing
                                """)
                        .params(id, hash, note)
                        .update()
                > 0;
    }

    void removeAllowed(UUID id) {
        jdbc.sql("delete from masking_allowed where id = ?").param(id).update();
    }

    Set<String> hashes() {
        return new HashSet<>(
                jdbc.sql("select value_hash from masking_allowed").query(String.class).list());
    }

    private static OwnRule rule(ResultSet row) throws SQLException {
        return new OwnRule(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("kind"),
                row.getString("expression"));
    }

    private static AllowedValue allowed(ResultSet row) throws SQLException {
        return new AllowedValue(
                row.getObject("id", UUID.class),
                row.getString("note"),
                row.getObject("added_at", OffsetDateTime.class).toInstant());
    }
}
