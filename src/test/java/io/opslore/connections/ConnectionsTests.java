package io.opslore.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.NotAllowed;
import io.opslore.identity.Role;
import io.opslore.library.Grants;
import io.opslore.library.NotFound;
import io.opslore.library.SpaceId;
import io.opslore.library.Spaces;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class ConnectionsTests extends PortalTest {

    private static final String SECRET = "s3cr3t-t0ken-of-the-server";

    @Autowired private ConnectionRecords records;
    @Autowired private Connections connections;
    @Autowired private ConnectionCatalogue guarded;
    @Autowired private Grants grants;
    @Autowired private Spaces spaces;
    @Autowired private Accounts accounts;
    @Autowired private ApplicationEventPublisher events;
    @Autowired private TransactionTemplate transaction;
    @Autowired private JdbcClient jdbc;

    private final MadeUp type = new MadeUp();
    private ConnectionCatalogue catalogue;
    private Asker admin;
    private SpaceId space;
    private ConnectionId id;

    @BeforeEach
    void aSpace() {
        catalogue =
                new ConnectionCatalogue(
                        records,
                        List.of(type, new MadeUp("other")),
                        List.of((any, asker) -> List.of("Runbooks", "Manifests")),
                        grants,
                        events);
        admin = TestingAskers.with(accounts, Role.ADMIN);
        space = spaces.create("Servers " + UUID.randomUUID(), "", admin).id();
        id = new ConnectionId("made-" + UUID.randomUUID().toString().substring(0, 8));
    }

    @Test
    void aConnectionThatAnotherKeyHasSealedHindersNoOther() {
        save("https://a.example", SECRET);
        jdbc.sql(
                        "update connection set secrets = decode('00112233445566778899aabbccddee', 'hex') where id = ?")
                .param(id.value())
                .update();

        assertThat(connections.usable(admin)).extracting(ConnectionInfo::id).contains(id);
        assertThat(catalogue.all(admin)).extracting(Connection::id).contains(id);
        assertThatThrownBy(() -> connections.open(id.value(), type.kind(), admin))
                .isInstanceOf(ConnectionFailed.class)
                .hasMessageContaining("another key");
        save("https://a.example", SECRET);
        assertThat(connections.open(id.value(), type.kind(), admin).secret("token"))
                .isEqualTo(SECRET);
    }

    @Test
    void whatOpensAServerIsSealedInTheDatabase() {
        save("https://a.example", SECRET);

        String row =
                jdbc.sql(
                                "select connection::text || encode(secrets, 'escape') from connection "
                                        + "where id = ?")
                        .param(id.value())
                        .query(String.class)
                        .single();
        assertThat(row).contains("https://a.example").doesNotContain(SECRET);
        assertThat(
                        jdbc.sql("select secrets from connection where id = ?")
                                .param(id.value())
                                .query((found, number) ->
                                        new String(found.getBytes(1), StandardCharsets.ISO_8859_1))
                                .single())
                .doesNotContain(SECRET, "token");
        assertThat(records.find(id).orElseThrow().secret("token")).isEqualTo(SECRET);
    }

    @Test
    void oneConnectionsSecretsDoNotOpenInAnothersPlace() {
        save("https://a.example", SECRET);
        var other = new ConnectionId(id.value() + "-b");
        save(other, Map.of("url", "https://b.example", "token", "another"), Set.of());
        jdbc.sql(
                        """
                        update connection set secrets =
                            (select secrets from connection where id = ?) where id = ?
                        """)
                .params(id.value(), other.value())
                .update();

        assertThatThrownBy(() -> records.find(other)).hasMessageContaining("another key");
        records.remove(other);
    }

    @Test
    void aSecretThatIsLeftEmptyIsKeptAndOneThatIsClearedIsGone() {
        save("https://a.example", SECRET);
        save("https://a.example/other", "");
        assertThat(records.find(id).orElseThrow().secret("token")).isEqualTo(SECRET);
        assertThat(records.find(id).orElseThrow().setting("url"))
                .isEqualTo("https://a.example/other");
        assertThat(catalogue.secretsOf(id, admin)).containsExactly("token");

        save("https://b.example", "an0ther");
        assertThat(records.find(id).orElseThrow().secret("token")).isEqualTo("an0ther");

        save(id, Map.of("url", "https://b.example"), Set.of("token"));
        assertThat(records.find(id).orElseThrow().secrets()).isEmpty();
        assertThat(catalogue.secretsOf(id, admin)).isEmpty();
    }

    @Test
    void aTestSpeaksWithTheKeptSecretAndKeepsNothing() {
        save("https://a.example", SECRET);

        String answer =
                catalogue.test(edit(id, "made", Map.of("url", "https://a.example/x")), admin);

        assertThat(answer).isEqualTo("https://a.example/x with " + SECRET.length());
        assertThat(records.find(id).orElseThrow().setting("url")).isEqualTo("https://a.example");
    }

    @Test
    void aKeptSecretIsNotSentToAnotherServer() {
        save("https://a.example", SECRET);

        for (String elsewhere :
                List.of(
                        "https://evil.example",
                        "https://a.example.evil.example",
                        "https://a.example:8443/",
                        "https://a.example@evil.example/",
                        "http://a.example/")) {
            assertThatThrownBy(
                            () -> catalogue.test(edit(id, "made", Map.of("url", elsewhere)), admin))
                    .as(elsewhere)
                    .hasMessage("It leads to another server now.");
            assertThatThrownBy(() -> save(elsewhere, ""))
                    .hasMessage("It leads to another server now.");
        }
        save(id, Map.of("url", "https://b.example"), Set.of("token"));
        save("https://c.example", "an0ther");
        assertThat(records.find(id).orElseThrow().secret("token")).isEqualTo("an0ther");
    }

    @Test
    void nobodyIsShownASecret() {
        save("https://a.example", SECRET);

        Connection shown =
                catalogue.all(admin).stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow();
        assertThat(shown.secrets()).isEmpty();
        assertThat(records.find(id).orElseThrow().toString()).doesNotContain(SECRET);
        assertThat(edit(id, "made", Map.of("token", SECRET)).toString()).doesNotContain(SECRET);
    }

    @Test
    void whoMayNotReadItsSpaceDoesNotFindIt() {
        save("https://a.example", SECRET);
        Asker stranger = TestingAskers.with(accounts);

        assertThat(connections.usable(stranger)).extracting(ConnectionInfo::id).doesNotContain(id);
        assertThatThrownBy(() -> connections.open(id.value(), "made", stranger))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> connections.open("no-such-thing", "made", stranger))
                .isInstanceOf(NotFound.class)
                .hasMessage(
                        org.assertj.core.api.Assertions.catchThrowable(
                                        () -> connections.open(id.value(), "made", stranger))
                                .getMessage());
        assertThatThrownBy(() -> connections.open(id.value(), "other", admin))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> connections.open("../etc/passwd", "made", admin))
                .isInstanceOf(NotFound.class);
        assertThat(connections.open(id.value(), "made", admin).secret("token")).isEqualTo(SECRET);
        assertThatThrownBy(() -> guarded.all(stranger)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void whatItsKindIsNeverChangesAndItsSpaceIsOneThatTheyMayRead() {
        save("https://a.example", SECRET);

        assertThatThrownBy(() -> catalogue.save(edit(id, "other", Map.of("url", "x")), admin))
                .isInstanceOf(ConnectionFailed.class);
        assertThatThrownBy(() -> catalogue.save(edit(id, "unheard", Map.of("url", "x")), admin))
                .isInstanceOf(ConnectionFailed.class);
        assertThat(records.find(id).orElseThrow().kind()).isEqualTo("made");
        Asker stranger = TestingAskers.with(accounts);
        assertThatThrownBy(() -> catalogue.save(edit(id, "made", Map.of("url", "x")), stranger))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void refusesWhatIsMissingOrCannotBeMeant() {
        assertThatThrownBy(() -> save(id, Map.of("token", "x"), Set.of()))
                .hasMessage("The field url is empty.");
        assertThatThrownBy(() -> save("bad", "x")).hasMessage("That is no address.");
        assertThatThrownBy(() -> save("https://a.example", "x".repeat(64_001)))
                .hasMessageContaining("too long");
        assertThat(records.find(id)).isEmpty();
    }

    @Test
    void whatIsDoneStandsOnTheRecordWithoutSecrets() {
        save("https://a.example", SECRET);
        save("https://a.example", "0ther-" + SECRET);
        transaction.executeWithoutResult(status -> catalogue.remove(id, admin));

        List<String> record =
                jdbc.sql(
                                """
                                select action || ' ' || details from audit_event
                                where subject_id = ? order by sequence
                                """)
                        .param(id.value())
                        .query(String.class)
                        .list();
        assertThat(record).hasSize(3);
        assertThat(record.get(0)).startsWith("connection.create").contains("hasSecrets", "token");
        assertThat(record.get(1)).startsWith("connection.change").contains("otherSecrets");
        assertThat(record.get(2)).startsWith("connection.remove");
        assertThat(record.toString()).doesNotContain(SECRET);
        assertThat(records.find(id)).isEmpty();
    }

    @Test
    void namesWhatWouldStopWithoutIt() {
        assertThat(catalogue.usesOf(id, admin)).containsExactly("Manifests", "Runbooks");
    }

    private void save(String url, String token) {
        Map<String, String> values = new HashMap<>();
        values.put("url", url);
        values.put("token", token);
        save(id, values, Set.of());
    }

    private void save(ConnectionId of, Map<String, String> values, Set<String> cleared) {
        var edit = new ConnectionEdit(of, "Made up", "made", space, values, cleared);
        transaction.executeWithoutResult(status -> catalogue.save(edit, admin));
    }

    private ConnectionEdit edit(ConnectionId of, String kind, Map<String, String> values) {
        return new ConnectionEdit(of, "Made up", kind, space, values);
    }

    /** A kind of server that there is not. */
    private static final class MadeUp implements ConnectionType {

        private final String kind;

        MadeUp() {
            this("made");
        }

        MadeUp(String kind) {
            this.kind = kind;
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public List<ConnectionField> fields() {
            return List.of(ConnectionField.line("url"), ConnectionField.secret("token").optional());
        }

        @Override
        public void check(Connection connection) {
            if (!connection.setting("url").startsWith("https://")) {
                throw new ConnectionFailed(
                        ConnectionFailed.Reason.UNFIT, "That is no address.", "Enter one.");
            }
        }

        @Override
        public String test(Connection connection) {
            return connection.setting("url") + " with " + connection.secret("token").length();
        }
    }
}
