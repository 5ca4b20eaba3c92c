package io.opslore.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A filter as SQL. Whatever a person typed is a parameter. */
final class Conditions {

    private final List<String> clauses = new ArrayList<>(List.of("true"));
    private final Map<String, Object> parameters = new HashMap<>();

    Conditions(AuditFilter filter) {
        time("at >= :from", "from", filter.from());
        time("at < :until", "until", filter.until());
        words(
                "(lower(actor_name) like :actor escape '!' or actor_id::text = :actorIs)",
                "actor",
                filter.actor());
        if (!filter.action().isBlank()) {
            add("action like :action escape '!'", "action", escaped(filter.action()) + "%");
        }
        if (filter.outcome() != null) {
            add("outcome = :outcome", "outcome", filter.outcome().name());
        }
        words(
                "(lower(subject_name) like :subject escape '!' or subject_id = :subjectIs)",
                "subject",
                filter.subject());
        words("searchable like :text escape '!'", "text", filter.text());
    }

    String sql() {
        return String.join(" and ", clauses);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private void time(String clause, String name, @Nullable Instant time) {
        if (time != null) {
            add(clause, name, OffsetDateTime.ofInstant(time, ZoneOffset.UTC));
        }
    }

    private void words(String clause, String name, String words) {
        if (!words.isBlank()) {
            add(clause, name, "%" + escaped(words.strip().toLowerCase(Locale.ROOT)) + "%");
            parameters.put(name + "Is", words.strip());
        }
    }

    private void add(String clause, String name, Object value) {
        clauses.add(clause);
        parameters.put(name, value);
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
