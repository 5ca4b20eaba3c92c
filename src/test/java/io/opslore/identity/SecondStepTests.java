package io.opslore.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.testing.PortalTest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetailsService;

class SecondStepTests extends PortalTest {

    private static final String PASSWORD = "one-time-password";

    @Autowired Accounts accounts;
    @Autowired SecondStep secondStep;
    @Autowired AccountRecords records;
    @Autowired UserDetailsService users;
    @Autowired JdbcTemplate jdbc;

    private Asker person;

    @BeforeEach
    void somebody() {
        person = accounts.create("two-step-" + UUID.randomUUID(), PASSWORD, Set.of(Role.READER));
    }

    @Test
    void theRightPasswordAloneOpensNothingOnceACodeIsNeeded() {
        turnOn();

        assertThat(users.loadUserByUsername(person.username()).getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .filteredOn(authority -> authority.startsWith("ROLE_"))
                .containsExactly("ROLE_NEEDS_CODE");
    }

    @Test
    void aSecretThatNobodyConfirmedAsksForNothing() {
        secondStep.begin(person);

        assertThat(secondStep.confirm("000000x", person)).isEmpty();
        assertThat(secondStep.state(person).isOn()).isFalse();
    }

    @Test
    void aCodeIsGoodOnce() {
        String secret = turnOn();
        String code = later(secret);

        assertThat(secondStep.enter(code, person)).isEqualTo(CodeCheck.RIGHT);
        assertThat(secondStep.enter(code, person)).isEqualTo(CodeCheck.WRONG);
    }

    @Test
    void theCodeThatTurnedItOnDoesNotSignIn() {
        var setup = secondStep.begin(person);
        String code = OneTimeCodes.code(setup.secret(), now());
        assertThat(secondStep.confirm(code, person)).isPresent();

        assertThat(secondStep.enter(code, person)).isEqualTo(CodeCheck.WRONG);
    }

    @Test
    void aCodeOfTwoStepsAgoIsTooOld() {
        String secret = turnOn();
        jdbc.update(
                "update account_totp set last_step = 0 where account_id = ?", person.id().value());

        assertThat(secondStep.enter(OneTimeCodes.code(secret, now() - 3), person))
                .isEqualTo(CodeCheck.WRONG);
    }

    @Test
    void aRecoveryCodeIsGoodOnceHoweverItIsTyped() {
        List<String> codes = recoveryCodes();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        String typed = codes.getFirst().replace("-", " ").toUpperCase(java.util.Locale.ROOT);

        assertThat(secondStep.enter(typed, person)).isEqualTo(CodeCheck.RIGHT);
        assertThat(secondStep.enter(codes.getFirst(), person)).isEqualTo(CodeCheck.WRONG);
        assertThat(secondStep.state(person).recoveryCodesLeft()).isEqualTo(9);
    }

    @Test
    void guessingCodesIsSlowedDownEvenForTheRightOne() {
        String secret = turnOn();
        for (int attempt = 0; attempt <= SignInThrottle.FREE_ATTEMPTS; attempt++) {
            assertThat(secondStep.enter("000000x", person)).isEqualTo(CodeCheck.WRONG);
        }

        assertThat(secondStep.enter(later(secret), person)).isEqualTo(CodeCheck.WAIT);
    }

    @Test
    void turningItOffTakesPasswordAndCode() {
        String secret = turnOn();

        assertThat(secondStep.turnOff("wrong", later(secret), person)).isEqualTo(CodeCheck.WRONG);
        assertThat(secondStep.turnOff(PASSWORD, "000000x", person)).isEqualTo(CodeCheck.WRONG);
        assertThat(secondStep.state(person).isOn()).isTrue();
        assertThat(secondStep.turnOff(PASSWORD, later(secret), person)).isEqualTo(CodeCheck.RIGHT);
        assertThat(secondStep.state(person).isOn()).isFalse();
    }

    @Test
    void onlyWhoManagesAccountsMayResetIt() {
        turnOn();
        Asker other = accounts.create("other-" + UUID.randomUUID(), PASSWORD, Set.of(Role.CURATOR));
        Asker admin = accounts.create("admin-" + UUID.randomUUID(), PASSWORD, Set.of(Role.ADMIN));

        assertThatThrownBy(() -> secondStep.reset(person.id(), other))
                .isInstanceOf(NotAllowed.class);
        assertThat(secondStep.reset(person.id(), admin)).isTrue();
        assertThat(secondStep.state(person).isOn()).isFalse();
    }

    @Test
    void theSecretIsKeptSealed() {
        String secret = turnOn();

        assertThat(
                        jdbc.queryForObject(
                                "select secret from account_totp where account_id = ?",
                                String.class,
                                person.id().value()))
                .doesNotContain(secret);
    }

    private String turnOn() {
        var setup = secondStep.begin(person);
        assertThat(secondStep.confirm(OneTimeCodes.code(setup.secret(), now()), person))
                .isPresent();
        return setup.secret();
    }

    private List<String> recoveryCodes() {
        var setup = secondStep.begin(person);
        return secondStep.confirm(OneTimeCodes.code(setup.secret(), now()), person).orElseThrow();
    }

    /** One step ahead, as of a clock that is fast: the code of now was used to turn it on. */
    private static String later(String secret) {
        return OneTimeCodes.code(secret, now() + 1);
    }

    private static long now() {
        return Instant.now().getEpochSecond() / 30;
    }
}
