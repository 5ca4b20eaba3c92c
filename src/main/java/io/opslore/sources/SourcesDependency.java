package io.opslore.sources;

import io.opslore.health.Condition;
import io.opslore.health.Dependency;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sources that documents come from, all together; each by itself stands on its own page. */
@Component
class SourcesDependency implements Dependency {

    private final JdbcClient jdbc;

    SourcesDependency(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Count(int all, int failed) {}

    @Override
    public String name() {
        return "sources";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Condition look() {
        Count now =
                jdbc.sql(
                                """
                                select count(*), count(y.fault) from source s
                                left join source_sync y on y.source = s.id where s.enabled
                                """)
                        .query((row, number) -> new Count(row.getInt(1), row.getInt(2)))
                        .single();
        return now.failed() == 0
                ? Condition.up("sources.up", now.all())
                : Condition.degraded("sources.failed", now.failed(), now.all());
    }
}
