package io.opslore.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.opslore.audit.AuditRecord;
import io.opslore.guard.RuleRefused.Reason;
import io.opslore.identity.Asker;
import io.opslore.identity.NotAllowed;
import io.opslore.identity.Role;
import io.opslore.testing.TestingDatabase;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class MaskingRulesTests {

    private static final Asker ADMIN = TestingGuard.ADMIN;

    private static TestingGuard portal;
    private static TestingGuard other;
    private static MaskingRules rules;
    private static Masking masking;

    @BeforeAll
    static void start() {
        String database = TestingDatabase.fresh();
        portal = new TestingGuard(database);
        other = new TestingGuard(database);
        rules = portal.bean(MaskingRules.class);
        masking = portal.bean(Masking.class);
    }

    @AfterAll
    static void stop() {
        portal.close();
        other.close();
    }

    @Test
    void anOwnRuleHoldsAtOnceAndEverywhereAndChangesTheVersion() {
        String text = "badge STAFF-77123 opens the server room";
        String before = masking.version();
        assertThat(masked(portal, text)).isEqualTo(text);
        assertThat(masked(other, text)).isEqualTo(text);

        OwnRule rule = rules.add("Badges", "badge", "STAFF-([0-9]{5})", ADMIN);

        assertThat(masked(portal, text)).matches("badge STAFF-«secret:badge#\\w{6}» opens .*");
        assertThat(masking.version()).isNotEqualTo(before);
        await().untilAsserted(() -> assertThat(masked(other, text)).doesNotContain("77123"));

        rules.edit(new OwnRule(rule.id(), "Badges", "pass-card", "STAFF-[0-9]{5}"), ADMIN);
        assertThat(masked(portal, text)).matches("badge «secret:pass-card#\\w{6}» opens .*");

        rules.remove(rule.id(), ADMIN);
        assertThat(masked(portal, text)).isEqualTo(text);
        await().untilAsserted(() -> assertThat(masked(other, text)).isEqualTo(text));
    }

    @Test
    void anAllowedValueIsNoSecretAndIsNotKeptItself() {
        String text = "password: Sommer-2019";
        assertThat(masked(portal, text)).doesNotContain("Sommer");

        rules.allow("Sommer-2019", "stands in the public manual", ADMIN);
        assertThat(masked(portal, text)).isEqualTo(text);
        assertThat(
                        portal.bean(JdbcClient.class)
                                .sql("select masking_allowed::text from masking_allowed")
                                .query(String.class)
                                .list())
                .hasSize(1)
                .noneMatch(row -> row.contains("Sommer"));
        refused(Reason.ALLOWED_ALREADY, () -> rules.allow("Sommer-2019", "", ADMIN));

        AllowedValue allowed = rules.allowed(0, 10, ADMIN).getFirst();
        assertThat(allowed.note()).isEqualTo("stands in the public manual");
        rules.disallow(allowed.id(), ADMIN);
        assertThat(masked(portal, text)).doesNotContain("Sommer");
        assertThat(rules.countAllowed(ADMIN)).isZero();
    }

    @Test
    void aRuleThatCannotBeTakenIsRefusedWithTheReason() {
        refused(Reason.NAME, () -> rules.add(" ", "badge", "x+", ADMIN));
        refused(Reason.KIND, () -> rules.add("A", "Two Words", "x+", ADMIN));
        refused(Reason.MATCHES_NOTHING, () -> rules.add("A", "badge", "x*", ADMIN));
        refused(Reason.EXPRESSION, () -> rules.add("A", "badge", "", ADMIN));
        assertThatExceptionOfType(RuleRefused.class)
                .isThrownBy(() -> rules.add("A", "badge", "(?<=x)[0-9+", ADMIN))
                .withMessageContaining("(?<");
        OwnRule rule = rules.add("Taken", "badge", "taken-[0-9]+", ADMIN);
        refused(Reason.NAME_TAKEN, () -> rules.add("Taken", "badge", "y+", ADMIN));
        rules.remove(rule.id(), ADMIN);
        refused(Reason.GONE, () -> rules.edit(rule, ADMIN));
        assertThat(rules.countRules(ADMIN)).isZero();
    }

    @Test
    void everyChangeIsOnTheRecordWithoutTheValue() {
        portal.forgetRecords();
        OwnRule rule = rules.add("Keys", "badge", "KEY-[0-9]+", ADMIN);
        rules.remove(rule.id(), ADMIN);
        rules.allow("Winter-2019", "of the manual", ADMIN);
        rules.disallow(rules.allowed(0, 1, ADMIN).getFirst().id(), ADMIN);

        List<AuditRecord> records = portal.records();
        assertThat(records)
                .extracting(AuditRecord::action)
                .containsExactly(
                        "masking-rule.add",
                        "masking-rule.remove",
                        "masking-allowed.add",
                        "masking-allowed.remove");
        assertThat(records).noneMatch(record -> record.toString().contains("Winter"));
    }

    @Test
    void aTrialSaysByWhichRuleSomethingWouldBeMasked() {
        OwnRule rule = rules.add("Badges", "badge", "STAFF-[0-9]{5}", ADMIN);
        Trial trial =
                rules.trial("STAFF-77123\npassword: Sommer-2019\nnothing", "notes.txt", ADMIN);
        rules.remove(rule.id(), ADMIN);

        assertThat(trial.found())
                .extracting(Trial.Found::rule)
                .containsExactly("own:Badges", "name");
        assertThat(trial.found().get(1).secret().line()).isEqualTo(2);
        assertThat(trial.found().get(1).secret().name()).isEqualTo("password");
        assertThat(trial.masked()).endsWith("»\nnothing").doesNotContain("Sommer");
    }

    @Test
    void whoMayNotManageMaskingCannotEvenLook() {
        Asker curator = portal.somebody(Role.CURATOR);
        assertThatThrownBy(() -> rules.rules(0, 10, curator)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> rules.allow("Sommer-2019", "", curator))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> rules.remove(UUID.randomUUID(), curator))
                .isInstanceOf(NotAllowed.class);
    }

    private static String masked(TestingGuard at, String text) {
        return at.bean(Masking.class).mask(text, MaskScope.PORTAL).text();
    }

    private static void refused(
            Reason reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatExceptionOfType(RuleRefused.class)
                .isThrownBy(call)
                .matches(refusal -> refusal.reason() == reason);
    }
}
