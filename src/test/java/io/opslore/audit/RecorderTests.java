package io.opslore.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

class RecorderTests {

    private final AuditRoom room = new AuditRoom();

    @Test
    void eightAtOnceMakeOneChainWithoutGaps() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Void>> work =
                    IntStream.range(0, 8).mapToObj(this::fiftyTransactions).toList();
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        }

        assertThat(room.all())
                .extracting(AuditEntry::sequence)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 800).boxed().toList());
        assertThat(room.walk().isWhole()).isTrue();
    }

    /** Two records each; every fifth is rolled back, every tenth was refused something. */
    private Callable<Void> fiftyTransactions(int thread) {
        return () -> {
            for (int i = 0; i < 50; i++) {
                String name = thread + "-" + i;
                room.transaction.executeWithoutResult(status -> {
                    room.done("document.store", name);
                    room.done("document.edit", name);
                });
                if (i % 5 == 0) {
                    room.transaction.executeWithoutResult(status -> {
                        room.done("document.purge", name);
                        status.setRollbackOnly();
                    });
                }
            }
            return null;
        };
    }

    @Test
    void whatWasRolledBackIsNotOnTheRecord() {
        room.transaction.executeWithoutResult(status -> {
            room.done("document.store", "kept.md");
            room.done("document.edit", "kept.md");
        });
        assertThatThrownBy(() ->
                        room.transaction.executeWithoutResult(status -> {
                            room.done("document.purge", "still-there.md");
                            throw new IllegalStateException("No, after all");
                        }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(room.all())
                .extracting(AuditEntry::action)
                .containsExactly("document.store", "document.edit");
    }

    @Test
    void whatWasRefusedIsOnTheRecordThoughItsTransactionRollsBack() {
        room.transaction.executeWithoutResult(status -> {
            room.done("document.edit", "runbook.md");
            room.tell(
                    AuditRecord.refused(
                            "document.purge",
                            AuditRoom.ALICE,
                            AuditRoom.document("runbook.md"),
                            Map.of()));
            status.setRollbackOnly();
        });

        assertThat(room.all())
                .extracting(AuditEntry::action, AuditEntry::outcome)
                .containsExactly(tuple("document.purge", AuditRecord.Outcome.REFUSED));
    }

    @Test
    void whatCannotBeRecordedDoesNotHappen() {
        room.jdbc.sql("create table thing (name text)").update();
        room.tamper("update audit_chain set head_sequence = 0 where false");
        room.jdbc
                .sql("alter table audit_event add constraint full_up check (false) not valid")
                .update();

        assertThatThrownBy(() ->
                        room.transaction.executeWithoutResult(status -> {
                            room.jdbc.sql("insert into thing values ('done in secret')").update();
                            room.done("thing.make", "secret");
                        }))
                .isInstanceOf(DataAccessException.class);
        assertThat(room.jdbc.sql("select count(*) from thing").query(Integer.class).single())
                .isZero();
    }

    @Test
    void outsideOfATransactionAndInOneThatOnlyReadsItIsWrittenAtOnce() {
        room.done("document.download", "a.md");
        var reading = new TransactionTemplate(room.transaction.getTransactionManager());
        reading.setReadOnly(true);
        reading.executeWithoutResult(status -> room.done("document.download", "b.md"));

        assertThat(room.all())
                .extracting(entry -> entry.subject().name())
                .containsExactly("a.md", "b.md");
    }

    @Test
    void whatIsToldWhileTheTransactionCommitsOrAfterItIsNotLost() {
        room.transaction.executeWithoutResult(status -> {
            room.done("document.store", "a.md");
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void beforeCommit(boolean readOnly) {
                            room.done("document.store", "at the last moment.md");
                        }

                        @Override
                        public void afterCommit() {
                            room.done("document.store", "afterwards.md");
                        }
                    });
        });
        room.transaction.executeWithoutResult(status ->
                TransactionSynchronizationManager.registerSynchronization(
                        new TransactionSynchronization() {
                            @Override
                            public void beforeCommit(boolean readOnly) {
                                room.done("document.store", "first of its transaction.md");
                            }
                        }));

        assertThat(room.all())
                .extracting(entry -> entry.subject().name())
                .containsExactly(
                        "a.md",
                        "at the last moment.md",
                        "afterwards.md",
                        "first of its transaction.md");
        assertThat(room.walk().isWhole()).isTrue();
    }

    @Test
    void whateverAStrangerCallsThemselvesCanBeRecorded() {
        String name = "\0\uD800 ‮ Ёж" + "x".repeat(5_000);
        room.tell(
                AuditRecord.refused(
                        "sign-in.refuse",
                        Actor.stranger(name),
                        new Subject("account", "", name),
                        Map.of("tried", name, "at", Instant.EPOCH)));

        assertThat(room.all().getFirst().actor().name()).hasSizeLessThan(1_001).contains("Ёж");
        assertThat(room.log.count(AuditFilter.ALL.withText("ёж"))).isOne();
        assertThat(room.walk().isWhole()).isTrue();
    }
}
