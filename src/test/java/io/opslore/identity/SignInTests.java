package io.opslore.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.testing.PortalTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

class SignInTests extends PortalTest {

    private static final String ONE_TIME = "one-time-password";

    @Autowired Accounts accounts;
    @Autowired AccountRecords records;
    @Autowired Passwords passwords;
    @Autowired PasswordSignIn passwordSignIn;
    @Autowired SignInAddresses addresses;
    @Autowired SessionBook book;
    @Autowired SecondStep secondStep;
    @Autowired JdbcTemplate jdbc;
    @Autowired ApplicationEventPublisher events;

    private ProviderManager signIn;
    private Asker person;

    @BeforeEach
    void anAccountAndTheRealPasswordCheck() {
        person = accounts.create("person-" + UUID.randomUUID(), ONE_TIME, Set.of(Role.READER));
        signIn = new ProviderManager(passwordSignIn);
        signIn.setAuthenticationEventPublisher(new DefaultAuthenticationEventPublisher(events));
    }

    @Test
    void aOneTimePasswordOpensNothingButThePasswordChange() {
        assertThat(signIn(ONE_TIME).getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .filteredOn(authority -> authority.startsWith("ROLE_"))
                .containsExactly("ROLE_MUST_CHANGE_PASSWORD");
    }

    @Test
    void aChangedPasswordGivesTheRolesOfTheAccount() {
        assertThat(passwords.change(ONE_TIME, "a better password", null, person))
                .isEqualTo(PasswordChange.CHANGED);

        assertThat(signIn("a better password").getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .contains("ROLE_USER")
                .doesNotContain("ROLE_MUST_CHANGE_PASSWORD");
        assertThatThrownBy(() -> signIn(ONE_TIME)).isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void weakOrWrongPasswordChangesAreRefused() {
        assertThat(passwords.change("wrong", "a better password", null, person))
                .isEqualTo(PasswordChange.WRONG_OLD_PASSWORD);
        assertThat(passwords.change(ONE_TIME, "short", null, person))
                .isEqualTo(PasswordChange.TOO_SHORT);
        assertThat(passwords.change(ONE_TIME, ONE_TIME, null, person))
                .isEqualTo(PasswordChange.TOO_EASY);
        assertThat(passwords.change(ONE_TIME, person.username(), null, person))
                .isEqualTo(PasswordChange.TOO_EASY);
    }

    @Test
    void guessingIsSlowedDownEvenForTheRightPassword() {
        for (int attempt = 0; attempt <= SignInThrottle.FREE_ATTEMPTS; attempt++) {
            assertThatThrownBy(() -> signIn("wrong")).isInstanceOf(BadCredentialsException.class);
        }

        assertThatThrownBy(() -> signIn(ONE_TIME)).isInstanceOf(LockedException.class);
    }

    @Test
    void eachFurtherWrongPasswordDoublesTheWaitUpToALimit() {
        var account = records.findByUsernameIgnoreCase(person.username()).orElseThrow();
        account.failedAttempts = SignInThrottle.FREE_ATTEMPTS + 2;
        records.saveAndFlush(account);

        assertThatThrownBy(() -> signIn("wrong")).isInstanceOf(BadCredentialsException.class);

        var locked = records.findByUsernameIgnoreCase(person.username()).orElseThrow();
        assertThat(Duration.between(Instant.now(), locked.lockedUntil))
                .isBetween(Duration.ofSeconds(10), SignInThrottle.FIRST_LOCK.multipliedBy(4));
    }

    @Test
    void theRightPasswordForgivesEarlierMistakes() {
        assertThatThrownBy(() -> signIn("wrong")).isInstanceOf(BadCredentialsException.class);
        signIn(ONE_TIME);

        assertThat(records.findByUsernameIgnoreCase(person.username()).orElseThrow().failedAttempts)
                .isZero();
    }

    @Test
    void aStrangerWhoLocksSomebodyOutDoesNotReachThemAtTheirUsualAddress() {
        String home = anAddress();
        book.begin(() -> person, new SignInOrigin(home, ""));
        for (int attempt = 0; attempt <= SignInThrottle.FREE_ATTEMPTS; attempt++) {
            assertThatThrownBy(() -> signIn("wrong", anAddress()))
                    .isInstanceOf(BadCredentialsException.class);
        }

        assertThatThrownBy(() -> signIn(ONE_TIME, anAddress())).isInstanceOf(LockedException.class);
        assertThat(signIn(ONE_TIME, home).isAuthenticated()).isTrue();
    }

    @Test
    void anAddressThatGuessesAtManyAccountsIsSlowedDown() {
        String address = anAddress();
        for (int attempt = 0; attempt <= SignInAddresses.FREE_ATTEMPTS; attempt++) {
            addresses.failed(address);
        }

        assertThatThrownBy(() -> signIn(ONE_TIME, address)).isInstanceOf(LockedException.class);
        assertThat(signIn(ONE_TIME, anAddress()).isAuthenticated()).isTrue();
    }

    @Test
    void aWrongPasswordIsAnsweredAlikeForEveryKindOfAccount() {
        Asker locked =
                accounts.create("locked-" + UUID.randomUUID(), ONE_TIME, Set.of(Role.READER));
        jdbc.update(
                "update account set locked_until = now() + interval '1 hour' where id = ?",
                locked.id().value());
        Asker disabled =
                accounts.create("disabled-" + UUID.randomUUID(), ONE_TIME, Set.of(Role.READER));
        jdbc.update("update account set disabled_at = now() where id = ?", disabled.id().value());

        for (String name : List.of("nobody", locked.username(), disabled.username())) {
            assertThatThrownBy(() ->
                            signIn.authenticate(
                                    UsernamePasswordAuthenticationToken.unauthenticated(
                                            name, "wrong")))
                    .isExactlyInstanceOf(BadCredentialsException.class);
        }
    }

    @Test
    void aLockDoesNotGrowWhileItHolds() {
        for (int attempt = 0; attempt < SignInThrottle.FREE_ATTEMPTS + 4; attempt++) {
            assertThatThrownBy(() -> signIn("wrong")).isInstanceOf(BadCredentialsException.class);
        }

        assertThat(records.findByUsernameIgnoreCase(person.username()).orElseThrow().failedAttempts)
                .isEqualTo(SignInThrottle.FREE_ATTEMPTS + 1);
    }

    @Test
    void theRightPasswordForgivesNothingWhereACodeIsStillToCome() {
        var setup = secondStep.begin(person);
        secondStep.confirm(
                OneTimeCodes.code(setup.secret(), Instant.now().getEpochSecond() / 30), person);
        secondStep.enter("000000x", person);
        signIn(ONE_TIME);

        assertThat(records.findByUsernameIgnoreCase(person.username()).orElseThrow().failedAttempts)
                .isEqualTo(1);
    }

    private Authentication signIn(String password, String address) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        var attempt =
                UsernamePasswordAuthenticationToken.unauthenticated(person.username(), password);
        attempt.setDetails(new WebAuthenticationDetails(request));
        return signIn.authenticate(attempt);
    }

    private static String anAddress() {
        return "2001:db8::" + UUID.randomUUID().toString().substring(0, 4);
    }

    private Authentication signIn(String password) {
        return signIn.authenticate(
                UsernamePasswordAuthenticationToken.unauthenticated(person.username(), password));
    }
}
