package io.opslore.guard;

import io.opslore.audit.AuditRecord;
import io.opslore.audit.AuditSettings;
import io.opslore.audit.Auditable;
import io.opslore.identity.AccountId;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.identity.TestingAuthority;
import io.opslore.testing.TestingMeters;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/** This room alone on a real database. Two of them on one database are two portals. */
final class TestingGuard implements AutoCloseable {

    static final Asker ADMIN = TestingAuthority.asker("admin", Role.ADMIN);

    private final ConfigurableApplicationContext context;

    TestingGuard(String database) {
        context =
                new SpringApplicationBuilder(Room.class)
                        .web(WebApplicationType.NONE)
                        .run("--spring.datasource.url=" + database);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Admitting admit(Asker asker) {
        return bean(Admission.class).admit(asker);
    }

    /** A new account with a row of its own. */
    Asker somebody(Role... roles) {
        var id = UUID.randomUUID();
        bean(JdbcClient.class)
                .sql(
                        """
                        insert into account (id, username, password_hash, must_change_password, created_at)
                        values (?, ?, '', false, now())
                        """)
                .params(id, "tester-" + id)
                .update();
        return TestingAuthority.asker(new AccountId(id), "tester-" + id, roles);
    }

    /** Sets the person's own value. */
    void limit(Asker person, Limit limit, Long amount) {
        put(new LimitValue(limit, amount, new LimitHolder.Person(person.id())));
    }

    void put(LimitValue value) {
        bean(LimitRows.class).put(value);
    }

    void hold(Asker person, long bytes) {
        Room.HELD.put(person.id(), bytes);
    }

    /** Moves the person's requests into the past, as if the time had gone by. */
    void pass(Duration time, Asker person) {
        bean(JdbcClient.class)
                .sql(
                        """
                        update guarded_request
                        set admitted_at = admitted_at - ? * interval '1 second',
                        alive_until = alive_until - ? * interval '1 second'
                        where account_id = ?
                        """)
                .params(time.toSeconds(), time.toSeconds(), person.id().value())
                .update();
    }

    /** Moves what the person has used into earlier days, as if those had gone by. */
    void passDays(int days, Asker person) {
        bean(JdbcClient.class)
                .sql("update usage_day set day = day - ? where account_id = ?")
                .params(days, person.id().value())
                .update();
    }

    /** One of the person's numbers of all days together. */
    long used(String column, Asker person) {
        return bean(JdbcClient.class)
                .sql(
                        "select coalesce(sum(%s), 0) from usage_day where account_id = ?"
                                .formatted(column))
                .param(person.id().value())
                .query(Long.class)
                .single();
    }

    /** What stands on the record. */
    List<AuditRecord> records() {
        return List.copyOf(Room.RECORDS);
    }

    void forgetRecords() {
        Room.RECORDS.clear();
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
    @EnableConfigurationProperties(AuditSettings.class)
    @ComponentScan(
            basePackages = "io.opslore.guard",
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*\\.(ui|api)\\..*|.*Test.*"))
    @Import({TestingAuthority.class, TestingMeters.class})
    static class Room {

        private static final Map<AccountId, Long> HELD = new ConcurrentHashMap<>();
        private static final List<AuditRecord> RECORDS = new CopyOnWriteArrayList<>();

        @EventListener
        void on(Auditable event) {
            RECORDS.add(event.audited());
        }

        @Bean
        HeldBytes heldBytes() {
            return account -> HELD.getOrDefault(account, 0L);
        }
    }
}
