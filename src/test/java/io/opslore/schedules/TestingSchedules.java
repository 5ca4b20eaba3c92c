package io.opslore.schedules;

import com.zaxxer.hikari.HikariDataSource;
import io.opslore.audit.AuditRecord;
import io.opslore.audit.Auditable;
import io.opslore.guard.MaskingAlone;
import io.opslore.identity.TestingAuthority;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.context.support.GenericApplicationContext;

/** This room alone on a real database. Two of them on one database are two portals. */
final class TestingSchedules implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    TestingSchedules(String database, Path folder, ScheduledJob... jobs) {
        context =
                new SpringApplicationBuilder(Room.class)
                        .web(WebApplicationType.NONE)
                        .initializers(fresh -> register((GenericApplicationContext) fresh, jobs))
                        .run(
                                "--spring.datasource.url=" + database,
                                "--opslore.replicas.id-file=" + folder.resolve("portal.id"),
                                "--opslore.schedules.poll=100ms",
                                "--opslore.schedules.heartbeat=200ms",
                                "--opslore.schedules.keep-runs=3");
    }

    private static void register(GenericApplicationContext context, ScheduledJob... jobs) {
        for (ScheduledJob job : jobs) {
            context.registerBean(job.name(), ScheduledJob.class, () -> job);
        }
    }

    Schedules schedules() {
        return context.getBean(Schedules.class);
    }

    JobRunRows runs() {
        return context.getBean(JobRunRows.class);
    }

    /** From one moment to the next it can say nothing more to the database. */
    void kill() {
        context.getBean(HikariDataSource.class).close();
    }

    List<AuditRecord> records() {
        return context.getBean(Room.class).records;
    }

    @Override
    public void close() {
        context.close();
    }

    // Not annotated as a configuration: no other scan of the room may find it.
    @ImportAutoConfiguration({
        AopAutoConfiguration.class,
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    @ConfigurationPropertiesScan({"io.opslore.schedules", "io.opslore.replicas"})
    @ComponentScan(
            basePackages = {"io.opslore.schedules", "io.opslore.replicas"},
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*\\.(ui|api)\\..*|.*Test.*"))
    @Import({TestingAuthority.class, MaskingAlone.class})
    static class Room {

        private final List<AuditRecord> records = new CopyOnWriteArrayList<>();

        @EventListener
        void on(Auditable event) {
            records.add(event.audited());
        }
    }
}
