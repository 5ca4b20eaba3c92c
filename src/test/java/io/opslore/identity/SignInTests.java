package io.opslore.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.testing.PortalTest;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

class SignInTests extends PortalTest {

    private static final String ONE_TIME = "one-time-password";

    @Autowired Accounts accounts;
    @Autowired AccountRecords records;
    @Autowired Passwords passwords;
    @Autowired PasswordSignIn passwordSignIn;
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
        assertThat(Duration.between(java.time.Instant.now(), locked.lockedUntil))
                .isBetween(Duration.ofSeconds(10), SignInThrottle.FIRST_LOCK.multipliedBy(4));
    }

    @Test
    void theRightPasswordForgivesEarlierMistakes() {
        assertThatThrownBy(() -> signIn("wrong")).isInstanceOf(BadCredentialsException.class);
        signIn(ONE_TIME);

        assertThat(records.findByUsernameIgnoreCase(person.username()).orElseThrow().failedAttempts)
                .isZero();
    }

    private Authentication signIn(String password) {
        return signIn.authenticate(
                UsernamePasswordAuthenticationToken.unauthenticated(person.username(), password));
    }
}
