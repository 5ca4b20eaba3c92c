package io.opslore.operations.support;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How much there is: tables, files by state, index generations, portals. */
@Component
class CountsPart implements BundlePart {

    private static final List<String> QUESTIONS =
            List.of(
                    """
                    select 'table ' || relname, reltuples::bigint || ' rows, '
                        || pg_total_relation_size(oid) || ' bytes'
                    from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace
                    order by relname
                    """,
                    "select 'files ' || lower(state), count(*)::text from ingest_state group by state",
                    "select 'lane extraction', count(*)::text from ingest_extraction_task",
                    "select 'lane embedding', count(*)::text from ingest_embedding_task",
                    "select 'index generation ' || id, state from index_generation order by id",
                    "select 'waiting for the model', count(*)::text from model_request",
                    "select 'migration ' || version, success::text from flyway_schema_history where version is not null order by installed_rank");

    private final JdbcTemplate jdbc;

    CountsPart(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String file() {
        return "counts.txt";
    }

    @Override
    public String content() {
        return QUESTIONS.stream().map(this::answered).collect(Collectors.joining("\n"));
    }

    private String answered(String question) {
        try {
            return jdbc
                    .query(
                            question,
                            (row, number) ->
                                    "%s: %s\n".formatted(row.getString(1), row.getString(2)))
                    .stream()
                    .collect(Collectors.joining());
        } catch (RuntimeException e) {
            return "not known: " + e.getClass().getSimpleName() + "\n";
        }
    }
}
