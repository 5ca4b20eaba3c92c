package io.opslore.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.audit.AuditEntry;
import io.opslore.audit.AuditFilter;
import io.opslore.audit.AuditLog;
import io.opslore.audit.AuditOrder;
import io.opslore.testing.PortalTest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

/** What stands in the audit log of people's ways in and out. */
class SignInRecordTests extends PortalTest {

    private static final String ONE_TIME = "one-time-password";
    private static final SignInOrigin HERE = new SignInOrigin("127.0.0.1", "Firefox/1 Linux");

    @Autowired private Accounts accounts;
    @Autowired private PasswordSignIn passwordSignIn;
    @Autowired private Passwords passwords;
    @Autowired private SessionBook book;
    @Autowired private AuditLog log;
    @Autowired private JdbcTemplate jdbc;
    @Autowired private ApplicationEventPublisher events;

    private ProviderManager signIn;
    private Asker person;

    @BeforeEach
    void anAccount() {
        person = accounts.create("person-" + UUID.randomUUID(), ONE_TIME, Set.of(Role.READER));
        signIn = new ProviderManager(passwordSignIn);
        signIn.setAuthenticationEventPublisher(new DefaultAuthenticationEventPublisher(events));
    }

    @Test
    void signingInAndOutAreOnTheRecord() {
        SessionId session = book.begin((AskerPrincipal) signIn(ONE_TIME).getPrincipal(), HERE);
        book.signOut(session, person);

        assertThat(actions()).containsExactly("sign-out.succeed", "sign-in.succeed");
    }

    @Test
    void aWrongPasswordAndADisabledAccountAreOnTheRecordWithoutThePassword() {
        assertThatThrownBy(() -> signIn("guessed-secret"))
                .isInstanceOf(AuthenticationException.class);
        jdbc.update("update account set disabled_at = now() where id = ?", person.id().value());
        assertThatThrownBy(() -> signIn(ONE_TIME)).isInstanceOf(AuthenticationException.class);

        assertThat(actions()).containsExactly("sign-in.refuse", "sign-in.fail");
        assertThat(lines())
                .allSatisfy(line ->
                        assertThat(line.details()).doesNotContain("guessed-secret", ONE_TIME));
    }

    @Test
    void aChangedPasswordIsOnTheRecordButNotWhatItIs() {
        passwords.change(ONE_TIME, "correct horse battery", null, person);

        assertThat(actions()).contains("password.change");
        assertThat(lines())
                .allSatisfy(line -> assertThat(line.details()).doesNotContain("correct horse"));
    }

    private Authentication signIn(String password) {
        return signIn.authenticate(
                UsernamePasswordAuthenticationToken.unauthenticated(person.username(), password));
    }

    private List<String> actions() {
        return lines().stream().map(AuditEntry::action).toList();
    }

    /** The newest first. */
    private List<AuditEntry> lines() {
        return log.search(
                new AuditFilter(null, null, person.username(), "", null, "", ""),
                AuditOrder.NEWEST_FIRST,
                0,
                20);
    }
}
