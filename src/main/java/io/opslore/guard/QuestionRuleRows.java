package io.opslore.guard;

import io.opslore.identity.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rules for questions and what they have found, in PostgreSQL. Thread-safe. */
@Repository
class QuestionRuleRows {

    private static final String OFF = "OFF";
    private static final String SOUGHT =
            """
            where position(lower(:sought) in lower(r.name || ' ' || r.pattern)) > 0
            """;

    private final JdbcClient jdbc;

    QuestionRuleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that are on, by name. */
    List<QuestionRule> inForce() {
        return jdbc.sql("select * from question_rule where enabled order by lower(name), id")
                .query((row, number) -> rule(row))
                .list();
    }

    /** A page of those that have the text in their name or pattern, by name. */
    List<QuestionRuleRow> page(String sought, int offset, int limit) {
        return jdbc.sql(
                        "select r.*, h.hits, h.last_at from question_rule r"
                                + " left join question_rule_hit h on h.rule = r.id::text "
                                + SOUGHT
                                + " order by lower(r.name), r.id limit :limit offset :offset")
                .param("sought", sought.strip())
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) ->
                        new QuestionRuleRow(
                                rule(row), row.getLong("hits"), instant(row, "last_at")))
                .list();
    }

    int count(String sought) {
        return jdbc.sql("select count(*) from question_rule r " + SOUGHT)
                .param("sought", sought.strip())
                .query(Integer.class)
                .single();
    }

    /** For whom there can be rules. */
    List<Role> roles() {
        return jdbc.sql("select key from role order by key")
                .query((row, number) -> new Role(row.getString("key")))
                .list();
    }

    Optional<QuestionRule> find(UUID id) {
        return jdbc.sql("select * from question_rule where id = ?")
                .param(id)
                .query((row, number) -> rule(row))
                .optional();
    }

    /** Adds or replaces one. */
    void put(QuestionRule rule) {
        jdbc.sql(
                        """
                        insert into question_rule
                            (id, name, kind, pattern, role, action, message, enabled, changed_at)
                        values (:id, :name, :kind, :pattern, :role, :action, :message, :enabled, now())
                        on conflict (id) do update set name = excluded.name, kind = excluded.kind,
                            pattern = excluded.pattern, role = excluded.role,
                            action = excluded.action, message = excluded.message,
                            enabled = excluded.enabled, changed_at = excluded.changed_at
                        """)
                .param("id", rule.id())
                .param("name", rule.name())
                .param("kind", rule.kind().name())
                .param("pattern", rule.pattern())
                .param("role", key(rule.role()), Types.VARCHAR)
                .param("action", rule.action().name())
                .param("message", rule.message())
                .param("enabled", rule.enabled())
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("delete from question_rule where id = ?").param(id).update();
        jdbc.sql("delete from question_rule_hit where rule = ?").param(id.toString()).update();
    }

    /** Counts one more of what the rule has found. */
    void countHit(String rule) {
        jdbc.sql(
                        """
                        insert into question_rule_hit (rule, hits, last_at) values (?, 1, now())
                        on conflict (rule) do update
                        set hits = question_rule_hit.hits + 1, last_at = excluded.last_at
                        """)
                .param(rule)
                .update();
    }

    /** How often it has found something. */
    long hits(String rule) {
        return jdbc.sql("select hits from question_rule_hit where rule = ?")
                .param(rule)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** What becomes of a question with signs of an injection; empty where nobody looks for them. */
    Optional<FilterAction> injectionAction() {
        String action =
                jdbc.sql("select action from injection_setting").query(String.class).single();
        return action.equals(OFF) ? Optional.empty() : Optional.of(FilterAction.valueOf(action));
    }

    void injectionAction(@Nullable FilterAction action) {
        jdbc.sql("update injection_setting set action = ?")
                .param(action == null ? OFF : action.name())
                .update();
    }

    private static @Nullable String key(@Nullable Role role) {
        return role == null ? null : role.key();
    }

    private static QuestionRule rule(ResultSet row) throws SQLException {
        @Nullable String role = row.getString("role");
        return new QuestionRule(
                row.getObject("id", UUID.class),
                row.getString("name"),
                QuestionRule.Kind.valueOf(row.getString("kind")),
                row.getString("pattern"),
                role == null ? null : new Role(role),
                FilterAction.valueOf(row.getString("action")),
                row.getString("message"),
                row.getBoolean("enabled"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
