package io.opslore.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL that asks for a password, as an operator's own does. */
class ExternalDatabaseTests {

    @TempDir private static Path folder;
    private static DataFolder data;
    private static EmbeddedDatabase server;

    @BeforeAll
    static void startServer() throws Exception {
        data = new DataFolder(new OperationsSettings(folder));
        server = new EmbeddedDatabase(data);
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.destroy();
        data.destroy();
    }

    @Test
    void isTakenWhereItAnswers() {
        var database = open(server.getJdbcUrl(), "postgres", server.getPassword());

        assertThat(database.getJdbcUrl()).isEqualTo(server.getJdbcUrl());
        assertThat(database.getUsername()).isEqualTo("postgres");
    }

    @Test
    void theUserMayStandInTheAddress() {
        String url = server.getJdbcUrl() + "?user=postgres&password=" + server.getPassword();

        assertThat(open(url, "", "").getUsername()).isNull();
    }

    @Test
    void aWrongPasswordIsSaidToBeWrongAndNotRepeated() {
        assertThatThrownBy(() -> open(server.getJdbcUrl(), "postgres", "hunter2"))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("refuses this user and password")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aDatabaseThatIsNotThereIsNamed() {
        String url = server.getJdbcUrl().replace("/postgres", "/nobodys");

        assertThatThrownBy(() -> open(url, "postgres", server.getPassword()))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("no such database");
    }

    @Test
    void aServerThatDoesNotAnswerIsNamed() throws IOException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        assertThatThrownBy(() -> open("jdbc:postgresql://127.0.0.1:" + port + "/o", "o", "o"))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("does not answer")
                .hasMessageContaining(Integer.toString(port));
    }

    @Test
    void oneThatIsTooOldIsNotTaken() {
        assertThatThrownBy(() -> ExternalDatabase.requireVersion(14))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("version 14");
        assertThatCode(() -> ExternalDatabase.requireVersion(15)).doesNotThrowAnyException();
    }

    private static ExternalDatabase open(String url, String username, String password) {
        return new ExternalDatabase(
                new DatabaseSettings(url, username, password, ""), Optional.empty());
    }
}
