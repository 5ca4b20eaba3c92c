package io.opslore.assistant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers of everybody, for lists; each list is one query. */
@Component
class LedgerRows {

    private final JdbcClient jdbc;

    LedgerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<LedgerEntry> search(LedgerFilter filter, int skip, int limit) {
        var wanted = new Wanted(filter);
        return jdbc.sql(
                        """
                        select *, (select count(*) from answer_passage where answer_id = id) as used
                        from answer where %s order by asked_at desc, id limit :limit offset :skip
                        """
                                .formatted(wanted.sql()))
                .params(wanted.parameters())
                .param("limit", limit)
                .param("skip", skip)
                .query(LedgerRows::row)
                .list();
    }

    int count(LedgerFilter filter) {
        var wanted = new Wanted(filter);
        return jdbc.sql("select count(*) from answer where " + wanted.sql())
                .params(wanted.parameters())
                .query(Integer.class)
                .single();
    }

    static LedgerEntry entry(AnswerEntity entity) {
        return new LedgerEntry(
                new AnswerId(entity.id),
                entity.askedAt,
                entity.asker,
                entity.outcome,
                entity.model,
                entity.tokens,
                entity.passages.size());
    }

    private static LedgerEntry row(ResultSet row, int number) throws SQLException {
        return new LedgerEntry(
                new AnswerId(row.getObject("id", UUID.class)),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("asker"),
                Answer.Outcome.valueOf(row.getString("outcome")),
                row.getString("model"),
                row.getInt("tokens"),
                row.getInt("used"));
    }

    /** A filter as SQL. Whatever a person typed is a parameter. */
    private static final class Wanted {

        private final List<String> clauses = new ArrayList<>(List.of("true"));
        private final Map<String, Object> parameters = new HashMap<>();

        Wanted(LedgerFilter filter) {
            time("asked_at >= :from", "from", filter.from());
            time("asked_at < :until", "until", filter.until());
            idOr(
                    "person",
                    filter.person(),
                    "account_id = :person",
                    "lower(asker) like :person escape '!'");
            idOr(
                    "document",
                    filter.document(),
                    "id in (select answer_id from answer_passage where document_id = :document)",
                    """
                    id in (select answer_id from answer_passage
                        where lower(path) like :document escape '!')
                    """);
        }

        String sql() {
            return String.join(" and ", clauses);
        }

        Map<String, Object> parameters() {
            return parameters;
        }

        private void time(String clause, String name, @Nullable Instant time) {
            if (time != null) {
                clauses.add(clause);
                parameters.put(name, OffsetDateTime.ofInstant(time, ZoneOffset.UTC));
            }
        }

        private void idOr(String name, String typed, String byId, String byWords) {
            if (typed.isBlank()) {
                return;
            }
            try {
                parameters.put(name, UUID.fromString(typed.strip()));
                clauses.add(byId);
            } catch (IllegalArgumentException words) {
                parameters.put(name, pattern(typed));
                clauses.add(byWords);
            }
        }

        private static String pattern(String words) {
            return "%" + words.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
        }
    }
}
