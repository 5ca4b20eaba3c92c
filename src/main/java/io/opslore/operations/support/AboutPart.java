package io.opslore.operations.support;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Versions and what the portal runs on. */
@Component
class AboutPart implements BundlePart {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    AboutPart(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String file() {
        return "about.txt";
    }

    @Override
    public String content() {
        Runtime runtime = Runtime.getRuntime();
        String version = AboutPart.class.getPackage().getImplementationVersion();
        return """
        taken at      %s
        portal        %s
        schema        %s
        database      %s
        java          %s (%s)
        system        %s %s, %s
        processors    %d
        memory        %d of %d MB in use, %d MB at most
        running for   %s
        """
                .formatted(
                        clock.instant(),
                        version == null ? "development" : version,
                        asked(
                                """
                                select version from flyway_schema_history where success
                                and version is not null order by installed_rank desc limit 1
                                """),
                        asked("select version()"),
                        Runtime.version(),
                        System.getProperty("java.vm.vendor"),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("os.arch"),
                        runtime.availableProcessors(),
                        (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                        runtime.totalMemory() >> 20,
                        runtime.maxMemory() >> 20,
                        Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime()));
    }

    private String asked(String question) {
        try {
            return String.valueOf(jdbc.queryForObject(question, String.class));
        } catch (RuntimeException e) {
            return "not known: " + e.getClass().getSimpleName();
        }
    }
}
