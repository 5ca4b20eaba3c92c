package io.opslore.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.identity.ProviderSaved.Field;
import io.opslore.testing.PortalTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class ProvidersTests extends PortalTest {

    private static final String SECRET = "a very secret secret";

    @Autowired Providers providers;
    @Autowired ProviderRecords records;
    @Autowired ProvidedAccounts people;
    @Autowired ProviderChecks checks;
    @Autowired LocalSignIn local;
    @Autowired LocalSignInSwitch localSwitch;
    @Autowired Accounts accounts;
    @Autowired Authority authority;
    @Autowired JdbcTemplate jdbc;

    private final ProviderId id = new ProviderId("p-" + UUID.randomUUID().toString().substring(9));
    private Asker admin;

    @BeforeEach
    void anAdmin() {
        admin = accounts.create("admin-" + UUID.randomUUID(), "one-time", Set.of(Role.ADMIN));
    }

    @AfterEach
    void asItWas() {
        local.set(true);
        records.remove(id);
    }

    @Test
    void aSecretIsKeptSealedAndNeverComesOut() {
        providers.add(provider(), new ProviderSecret.Replaced(SECRET), admin);

        byte[] kept =
                jdbc.queryForObject(
                        "select client_secret from sign_in_provider where key = ?",
                        byte[].class,
                        id.value());
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(SECRET);
        assertThat(records.secret(id)).isEqualTo(SECRET);
        assertThat(providers.all(admin).toString()).doesNotContain(SECRET);
    }

    @Test
    void theRecordTellsBeforeAndAfterAndNoSecret() {
        var changed =
                new ProviderChanged(provider(), provider().withEnabled(false), true, admin)
                        .audited();

        assertThat(changed.action()).isEqualTo("provider.change");
        assertThat(changed.details().toString())
                .contains("enabled=true")
                .contains("enabled=false")
                .doesNotContain(SECRET);
        assertThat(new ProviderSecret.Replaced(SECRET).toString()).doesNotContain(SECRET);
    }

    @Test
    void onlyWhoManagesProvidersMayLookAtThem() {
        Asker reader =
                accounts.create("reader-" + UUID.randomUUID(), "one-time", Set.of(Role.READER));

        assertThatThrownBy(() -> providers.all(reader)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> localSwitch.switchOn(reader)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> checks.check("http://127.0.0.1:1", reader))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void whatIsWrongIsNamed() {
        Provider wrong =
                new Provider(
                        id,
                        " ",
                        "http://id.example.org",
                        "",
                        false,
                        List.of("profile"),
                        new ProviderClaims("", "", ""),
                        List.of(
                                new ClaimRule(
                                        "groups", "ops", new Grantee.Holders(new Role("absent")))),
                        true,
                        true);

        assertThat(providers.add(wrong, new ProviderSecret.Absent(), admin))
                .isEqualTo(
                        new ProviderSaved.Invalid(
                                Set.of(
                                        Field.NAME,
                                        Field.ISSUER,
                                        Field.CLIENT_ID,
                                        Field.SCOPES,
                                        Field.USERNAME_CLAIM,
                                        Field.RULES)));
    }

    @Test
    void aProviderThatDoesNotAnswerIsToldSo() {
        assertThat(checks.check("http://127.0.0.1:1/realms/a", admin))
                .isInstanceOfSatisfying(
                        ProviderCheck.Fails.class,
                        fails ->
                                assertThat(fails.problem()).isEqualTo(ProviderProblem.UNREACHABLE));
        assertThat(checks.check("http://id.example.org", admin))
                .isInstanceOfSatisfying(
                        ProviderCheck.Fails.class,
                        fails -> assertThat(fails.problem()).isEqualTo(ProviderProblem.INSECURE));
    }

    @Test
    void aProviderOnThisMachineNeedsAnExceptionThatTheAdminIsToldOf() {
        assertThat(checks.check("https://127.0.0.1:2/realms/a", admin))
                .isInstanceOfSatisfying(
                        ProviderCheck.Fails.class,
                        fails -> {
                            assertThat(fails.problem()).isEqualTo(ProviderProblem.FORBIDDEN);
                            assertThat(fails.detail())
                                    .contains("127.0.0.0/8")
                                    .contains("opslore.outbound.allowed-hosts");
                        });
    }

    @Test
    void withoutLocalSignInTheLastProviderStays() {
        providers.add(provider(), new ProviderSecret.Absent(), admin);
        local.set(false);

        assertThat(providers.enable(id, false, admin)).isFalse();
        assertThat(providers.remove(id, admin)).isFalse();
        assertThat(records.find(id)).get().matches(Provider::enabled);
    }

    @Test
    void somebodySignedInByPasswordCannotSwitchPasswordsOff() {
        providers.add(provider(), new ProviderSecret.Absent(), admin);

        assertThat(localSwitch.switchOff(admin)).isFalse();
        assertThat(local.isOn()).isTrue();
    }

    @Test
    void anotherIssuersPeopleAreOthersThoughTheSubjectIsTheSame() {
        providers.add(provider(), new ProviderSecret.Absent(), admin);
        String name = "name-" + UUID.randomUUID();

        Asker first = people.welcome(person("https://a.example.org", "1", name));
        Asker again = people.welcome(person("https://a.example.org", "1", "renamed"));
        Asker other = people.welcome(person("https://b.example.org", "1", name));

        assertThat(again).isEqualTo(first);
        assertThat(other.id()).isNotEqualTo(first.id());
        assertThat(other.username()).isEqualTo(name + "@" + id.value());
    }

    @Test
    void aRemovedProviderTakesWhatItGaveAndNothingElse() {
        providers.add(provider(), new ProviderSecret.Absent(), admin);
        Asker person =
                people.welcome(person("https://a.example.org", "1", "n-" + UUID.randomUUID()));
        jdbc.update(
                "insert into account_role (account_id, role) values (?, 'auditor')",
                person.id().value());
        assertThat(authority.of(person).roles())
                .containsExactlyInAnyOrder(Role.READER, Role.AUDITOR);

        assertThat(providers.remove(id, admin)).isTrue();

        assertThat(authority.of(person).roles()).containsExactly(Role.AUDITOR);
    }

    private ProvidedPerson person(String issuer, String subject, String username) {
        return new ProvidedPerson(
                provider(),
                issuer,
                subject,
                java.util.Map.of("preferred_username", username, "groups", List.of("ops-eu")));
    }

    private Provider provider() {
        return new Provider(
                id,
                "Example",
                "https://id.example.org",
                "opslore",
                false,
                List.of("openid"),
                ProviderClaims.STANDARD,
                List.of(new ClaimRule("groups", "ops-*", new Grantee.Holders(Role.READER))),
                true,
                true);
    }
}
