package io.opslore.operations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.testing.PortalTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A way in when there is no other, through a portal that runs. */
class AdminCommandTests extends PortalTest {

    @Autowired Accounts accounts;
    @Autowired UserDetailsService users;
    @Autowired PasswordEncoder passwords;
    @Autowired JdbcTemplate jdbc;
    @Autowired Environment environment;
    @LocalServerPort int port;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final String username = "lost-" + UUID.randomUUID();

    @AfterEach
    void passwordsOpenThePortal() {
        jdbc.update("update local_sign_in set enabled = true");
    }

    @Test
    void aDisabledAdminComesInAgainThoughPasswordsWereSwitchedOff() {
        Asker lost = accounts.create(username, "forgotten", Set.of());
        jdbc.update(
                "update account set disabled_at = now(), failed_attempts = 20 where id = ?",
                lost.id().value());
        jdbc.update("update local_sign_in set enabled = false");

        assertThat(run("reset", username)).isEqualTo(AdminCommand.DONE);

        var signedIn = signIn(printedPassword());
        assertThat(signedIn.getAuthorities().toString()).contains("MUST_CHANGE_PASSWORD");
        assertThat(roles(lost)).containsExactly("admin");
    }

    @Test
    void anAccountThatIsNotThereIsMade() {
        assertThat(run("reset", username)).isEqualTo(AdminCommand.DONE);

        assertThat(signIn(printedPassword()).isAuthenticated()).isTrue();
    }

    @Test
    void whilePasswordsAreOffTheRightOneOpensNothing() {
        accounts.create(username, "one-time", Set.of(Role.ADMIN));
        jdbc.update("update local_sign_in set enabled = false");

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> signIn("one-time"))
                .isInstanceOf(DisabledException.class);
    }

    @Test
    void whoSignsInElsewhereDoesNotBecomeAdminByTheirName() {
        Asker person = accounts.create(username, "x", Set.of());
        String provider = "p-" + UUID.randomUUID().toString().substring(0, 8);
        jdbc.update(
                """
                insert into sign_in_provider (key, name, issuer, client_id, scopes, username_claim,
                    email_claim, name_claim, creates_accounts, enabled, place, created_at, version)
                values (?, 'P', 'https://p', 'c', 'openid', 'a', 'b', 'c', true, false, 99, now(), 1)
                """,
                provider);
        jdbc.update(
                "insert into account_link values (?, 'https://p', '1', ?, now(), now())",
                provider,
                person.id().value());

        assertThat(run("reset", username)).isEqualTo(AdminCommand.FAILED);

        assertThat(errors.toString()).contains("signs in at a provider");
        assertThat(roles(person)).isEmpty();
        jdbc.update("delete from sign_in_provider where key = ?", provider);
    }

    @Test
    void withoutTheTokenOfTheDataFolderNothingHappens() throws Exception {
        for (String token : List.of("", "Bearer ", "Bearer wrong")) {
            var request =
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/break-glass"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("username=" + username));
            if (!token.isEmpty()) {
                request.header("Authorization", token);
            }
            try (HttpClient client = HttpClient.newHttpClient()) {
                assertThat(client.send(request.build(), BodyHandlers.ofString()).statusCode())
                        .isEqualTo(401);
            }
        }
        assertThat(jdbc.queryForList("select 1 from account where username = ?", username))
                .isEmpty();
    }

    @Test
    void whatIsNotUnderstoodIsExplained() {
        assertThat(run()).isEqualTo(AdminCommand.FAILED);
        assertThat(run("reset", "--force")).isEqualTo(AdminCommand.FAILED);

        assertThat(errors.toString()).contains("Usage: opslore admin reset");
    }

    private int run(String... arguments) {
        var command =
                new AdminCommand(
                        Path.of(environment.getRequiredProperty("opslore.data")),
                        () -> {
                            throw new IllegalStateException("A portal runs");
                        },
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(errors, true, StandardCharsets.UTF_8));
        return command.run(List.of(arguments));
    }

    private String printedPassword() {
        var matcher =
                Pattern.compile("Sign in as " + username + " with the one-time password (\\S+)")
                        .matcher(out.toString(StandardCharsets.UTF_8));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private org.springframework.security.core.Authentication signIn(String password) {
        var provider = new DaoAuthenticationProvider(users);
        provider.setPasswordEncoder(passwords);
        return new ProviderManager(provider)
                .authenticate(
                        UsernamePasswordAuthenticationToken.unauthenticated(username, password));
    }

    private List<String> roles(Asker person) {
        return jdbc.queryForList(
                "select role from account_role where account_id = ?",
                String.class,
                person.id().value());
    }
}
