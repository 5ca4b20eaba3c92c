package io.opslore.audit;

import io.opslore.testing.TestingClock;
import io.opslore.testing.TestingDatabase;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The room alone, with a database of its own. */
final class AuditRoom {

    static final Actor ALICE = new Actor(UUID.randomUUID(), "alice", "session");

    final TestingClock clock = new TestingClock();
    final JdbcClient jdbc;
    final AuditLog log;
    final TransactionTemplate transaction;
    final Recorder recorder;
    private final Retention retention;
    private final ChainCheck check;

    AuditRoom() {
        var database = new DriverManagerDataSource(TestingDatabase.fresh());
        var transactions = new JdbcTransactionManager(database);
        jdbc = JdbcClient.create(database);
        transaction = new TransactionTemplate(transactions);
        var chain = new Chain(jdbc, clock);
        log = new AuditLog(jdbc);
        recorder =
                new Recorder(
                        chain,
                        new DefaultListableBeanFactory().getBeanProvider(EntityManager.class),
                        transactions);
        retention = new Retention(jdbc, chain, clock);
        check = new ChainCheck(jdbc);
    }

    /** Alice did something to a document of that name. */
    void done(String action, String document) {
        tell(AuditRecord.done(action, ALICE, document(document), Map.of("size", 12)));
    }

    void tell(AuditRecord record) {
        recorder.record(() -> record);
    }

    static Subject document(String name) {
        return new Subject("document", "id of " + name, name);
    }

    /** As whoever owns the database may: past every rule. */
    void tamper(String sql) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql(sql).update();
        });
    }

    int expire(Duration age) {
        return within(() -> retention.expire(age));
    }

    ChainReport walk() {
        return within(() -> check.walk(share -> {}));
    }

    /** What is wrong, one line a fault. */
    List<String> faults() {
        return walk().faults().stream()
                .map(fault ->
                        "%s %d-%d %s"
                                .formatted(
                                        fault.kind(),
                                        fault.sequence(),
                                        fault.last(),
                                        fault.action()))
                .toList();
    }

    List<AuditEntry> all() {
        return log.search(AuditFilter.ALL, new AuditOrder(AuditOrder.By.TIME, false), 0, 10_000);
    }

    private <T> T within(Supplier<T> work) {
        T result = transaction.execute(status -> work.get());
        if (result == null) {
            throw new AssertionError("Nothing came of it");
        }
        return result;
    }
}
