package io.opslore.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

/** Ten rows, then somebody with the keys to the database. */
class ChainCheckTests {

    private final AuditRoom room = new AuditRoom();

    @BeforeEach
    void tenRows() {
        for (int i = 1; i <= 10; i++) {
            room.done("document.step" + i, "runbook.md");
            room.clock.advance(Duration.ofDays(1));
        }
    }

    @Test
    void anUntouchedChainIsWhole() {
        ChainReport report = room.walk();

        assertThat(report.isWhole()).isTrue();
        assertThat(report.rows()).isEqualTo(10);
        assertThat(report.headHash()).isEqualTo(room.all().getLast().hash());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_event set actor_name = 'mallory' where sequence = 4",
                "update audit_event set details = '{}' where sequence = 4",
                "update audit_event set at = at + interval '1 second' where sequence = 4",
                "update audit_event set outcome = 'FAILED' where sequence = 4",
                "update audit_event set hash = repeat('a', 64) where sequence = 4",
                "update audit_event set previous_hash = repeat('a', 64) where sequence = 4",
                "update audit_event set searchable = '' where sequence = 4"
            })
    void aChangedRowIsNamed(String change) {
        room.tamper(change);

        assertThat(room.faults()).containsExactly("CHANGED 4-4 document.step4");
    }

    @Test
    void aRowThatWasWrittenAnewWithItsHashIsNamed() {
        rewrite(4);

        assertThat(room.faults()).containsExactly("REPLACED 4-4 document.step4");
    }

    @Test
    void theLastRowWrittenAnewIsNamed() {
        rewrite(10);

        assertThat(room.faults()).containsExactly("REPLACED 10-10 document.step10");
    }

    private void rewrite(long sequence) {
        AuditEntry row = room.all().get((int) sequence - 1);
        Link forged =
                Link.of(
                        sequence,
                        row.at(),
                        AuditRecord.done(
                                row.action(), Actor.PORTAL, row.subject(), Map.of("size", 12)),
                        row.previousHash());
        room.tamper(
                """
                update audit_event set actor_id = null, actor_name = 'OpsLore', via = 'portal',
                hash = '%s', searchable = '%s' where sequence = %d
                """
                        .formatted(forged.hash(), forged.searchable(), sequence));
    }

    @Test
    void removedRowsAreNamedWhereverTheyStood() {
        room.tamper("delete from audit_event where sequence in (1, 4, 5, 10)");

        assertThat(room.faults()).containsExactly("MISSING 1-1 ", "MISSING 4-5 ", "MISSING 10-10 ");
    }

    @Test
    void swappedRowsAreNamedWithTheNumberTheyHad() {
        room.tamper("update audit_event set sequence = -4 where sequence = 4");
        room.tamper("update audit_event set sequence = 4 where sequence = 7");
        room.tamper("update audit_event set sequence = 7 where sequence = -4");

        assertThat(room.faults())
                .containsExactly("MOVED 4-4 document.step7", "MOVED 7-7 document.step4");
        assertThat(room.walk().faults()).extracting(ChainFault::wasNumber).containsExactly(7L, 4L);
    }

    @Test
    void aRowRemovedWithTheOthersClosedUpIsNamed() {
        room.tamper("delete from audit_event where sequence = 9");
        room.tamper("update audit_event set sequence = 9 where sequence = 10");

        assertThat(room.faults()).containsExactly("MOVED 9-9 document.step10", "MISSING 10-10 ");
    }

    @Test
    void anAppendedRowIsNamed() {
        Link forged =
                Link.of(
                        11,
                        room.clock.instant(),
                        AuditRecord.done(
                                "document.forged",
                                AuditRoom.ALICE,
                                AuditRoom.document("runbook.md"),
                                Map.of()),
                        room.all().getLast().hash());
        room.tamper(
                """
                insert into audit_event select 11, at + interval '1 day', 'document.forged',
                    actor_id, actor_name, via, outcome, subject_kind, subject_id, subject_name,
                    '{}', '%s', '%s', searchable from audit_event where sequence = 10
                """
                        .formatted(forged.previousHash(), forged.hash()));

        assertThat(room.faults()).containsExactly("ADDED 11-11 document.forged");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_event set actor_name = 'mallory' where sequence = 4",
                "delete from audit_event where sequence = 4",
                "delete from audit_event where sequence = 1",
                "truncate audit_event",
                "delete from audit_chain",
                "truncate audit_chain",
                "update audit_chain set head_sequence = 3",
                "update audit_chain set head_hash = repeat('a', 64)",
                "update audit_chain set anchor_sequence = 4, anchor_hash = repeat('a', 64)"
            })
    void theDatabaseItselfRefusesWhatIsNotAppending(String change) {
        assertThatThrownBy(() -> room.jdbc.sql(change).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
        assertThat(room.walk().isWhole()).isTrue();
    }

    @Test
    void retentionTakesTheOldestAndTheRestStillProvesItself() {
        assertThat(room.expire(Duration.ofDays(5))).isEqualTo(5);
        assertThat(room.expire(Duration.ofDays(5))).isZero();
        room.clock.advance(Duration.ofDays(2));
        assertThat(room.expire(Duration.ofDays(5))).isEqualTo(2);

        assertThat(room.walk().isWhole()).isTrue();
        assertThat(room.all())
                .extracting(AuditEntry::sequence)
                .containsExactly(8L, 9L, 10L, 11L, 12L);
        assertThat(room.all().getLast().details()).contains("\"lastRemoved\":7");
    }

    @Test
    void retentionMayTakeEverything() {
        room.clock.advance(Duration.ofDays(100));
        assertThat(room.expire(Duration.ofDays(5))).isEqualTo(10);

        assertThat(room.walk().isWhole()).isTrue();
        room.done("document.store", "afterwards.md");
        assertThat(room.walk().isWhole()).isTrue();
    }

    @Test
    void aBeginningThatWasCutWithoutRetentionIsNamed() {
        room.expire(Duration.ofDays(8));
        room.tamper(
                """
                update audit_chain set anchor_sequence = 5, anchor_hash =
                    (select hash from audit_event where sequence = 5)
                """);
        room.tamper("delete from audit_event where sequence <= 5");

        assertThat(room.faults()).containsExactly("CUT 5-5 ");
    }

    @Test
    void aRowPutBackBeforeTheBeginningIsNamed() {
        AuditEntry first = room.all().getFirst();
        room.expire(Duration.ofDays(8));
        room.tamper(
                """
                insert into audit_event select 1, at, '%s', actor_id, actor_name, via, outcome,
                    subject_kind, subject_id, subject_name, details, previous_hash, '%s', searchable
                from audit_event where sequence = 5
                """
                        .formatted(first.action(), first.hash()));

        assertThat(room.faults()).containsExactly("ADDED 1-1 document.step1");
    }
}
