package io.opslore.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.audit.AuditRecord;
import io.opslore.audit.Subject;
import io.opslore.identity.AccountId;
import io.opslore.identity.Asker;
import io.opslore.identity.NotAllowed;
import io.opslore.identity.Role;
import io.opslore.testing.TestingDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LimitTableTests {

    private static TestingGuard guard;
    private static LimitTable table;
    private static Limits limits;

    @BeforeAll
    static void start() {
        guard = new TestingGuard(TestingDatabase.fresh());
        table = guard.bean(LimitTable.class);
        limits = guard.bean(Limits.class);
    }

    @AfterAll
    static void stop() {
        guard.close();
    }

    @Test
    void whatIsSetHoldsAtOnceAndSaysWhereItComesFrom() {
        Asker anna = guard.somebody(Role.READER);
        var own = new LimitHolder.Person(anna.id());
        assertThat(perMinute(anna)).isEqualTo(value(20L, new LimitHolder.Everyone()));

        table.set(own, List.of(value(3L, own)), TestingGuard.ADMIN);
        assertThat(perMinute(anna)).isEqualTo(value(3L, own));

        table.set(own, List.of(value(null, own)), TestingGuard.ADMIN);
        assertThat(perMinute(anna)).isEqualTo(value(null, own));

        table.set(own, List.of(), TestingGuard.ADMIN);
        assertThat(perMinute(anna)).isEqualTo(value(20L, new LimitHolder.Everyone()));
    }

    @Test
    void aRolesValueHoldsForItsHoldersAlone() {
        var curators = new LimitHolder.Holders(Role.CURATOR);
        table.set(curators, List.of(value(77L, curators)), TestingGuard.ADMIN);
        try {
            assertThat(perMinute(guard.somebody(Role.READER, Role.CURATOR)))
                    .isEqualTo(value(77L, curators));
            assertThat(perMinute(guard.somebody(Role.READER)).amount()).isEqualTo(20);
            assertThat(perMinute(guard.somebody(Role.ADMIN, Role.CURATOR)).amount()).isNull();
        } finally {
            table.set(curators, List.of(), TestingGuard.ADMIN);
        }
    }

    @Test
    void whoMayNotSetLimitsCanNeitherReadNorSetThem() {
        Asker reader = guard.somebody(Role.READER);
        var own = new LimitHolder.Person(reader.id());

        assertThatThrownBy(() -> table.set(own, List.of(), reader)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> table.rows("", 0, 10, reader)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> limits.effective(TestingGuard.ADMIN.id(), reader))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void anAmountThatMakesNoSenseIsRefusedAndNothingChanges() {
        Asker anna = guard.somebody();
        var own = new LimitHolder.Person(anna.id());
        table.set(own, List.of(value(3L, own)), TestingGuard.ADMIN);

        for (Long senseless : List.of(-1L, Limit.REQUESTS_PER_MINUTE.most() + 1)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            table.set(own, List.of(value(senseless, own)), TestingGuard.ADMIN));
        }
        var nobody = new LimitHolder.Person(new AccountId(UUID.randomUUID()));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> table.set(nobody, List.of(value(3L, nobody)), TestingGuard.ADMIN));

        assertThat(perMinute(anna)).isEqualTo(value(3L, own));
    }

    @Test
    void theRecordSaysWhatWasBeforeAndAfter() {
        Asker anna = guard.somebody();
        var own = new LimitHolder.Person(anna.id());
        guard.forgetRecords();

        table.set(own, List.of(value(3L, own)), TestingGuard.ADMIN);
        table.set(own, List.of(value(3L, own)), TestingGuard.ADMIN);
        table.set(own, List.of(value(null, own)), TestingGuard.ADMIN);

        var subject = new Subject("account", anna.id().value().toString(), anna.username());
        assertThat(guard.records())
                .containsExactly(
                        changed(subject, "not set", 3L), changed(subject, 3L, "unlimited"));
    }

    @Test
    void theTableIsTheDefaultThenRolesThenThoseWithValuesOfTheirOwn() {
        Asker anna = guard.somebody();
        Asker boris = guard.somebody();
        guard.limit(anna, Limit.UPLOAD_BYTES, 5L);

        List<LimitRow> rows = table.rows("", 0, 1000, TestingGuard.ADMIN);

        assertThat(rows).hasSize(table.count("", TestingGuard.ADMIN));
        assertThat(rows.getFirst().holder()).isEqualTo(new LimitHolder.Everyone());
        assertThat(rows.getFirst().values()).hasSize(Limit.values().length);
        assertThat(rows.subList(1, 6))
                .extracting(LimitRow::holder)
                .hasOnlyElementsOfType(LimitHolder.Holders.class);
        assertThat(rows).extracting(LimitRow::name).contains(anna.username());
        assertThat(rows).extracting(LimitRow::name).doesNotContain(boris.username());
        assertThat(table.rows(anna.username(), 0, 10, TestingGuard.ADMIN)).hasSize(1);
        assertThat(table.people(boris.username(), 0, 10, TestingGuard.ADMIN))
                .extracting(LimitRow::holder)
                .containsExactly(new LimitHolder.Person(boris.id()));
        assertThat(table.rows("", 1, 2, TestingGuard.ADMIN)).isEqualTo(rows.subList(1, 3));
    }

    private static LimitValue perMinute(Asker asker) {
        return limits.effective(asker).value(Limit.REQUESTS_PER_MINUTE);
    }

    private static LimitValue value(Long amount, LimitHolder holder) {
        return new LimitValue(Limit.REQUESTS_PER_MINUTE, amount, holder);
    }

    private static AuditRecord changed(Subject subject, Object before, Object after) {
        return AuditRecord.done(
                "limit.change",
                TestingGuard.ADMIN.actor(),
                subject,
                Map.of(
                        "before", Map.of("requests-per-minute", before),
                        "after", Map.of("requests-per-minute", after)));
    }
}
