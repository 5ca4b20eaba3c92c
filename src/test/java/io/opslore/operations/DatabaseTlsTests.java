package io.opslore.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.opslore.outbound.TestingCertificates;
import io.opslore.outbound.Tls;
import io.opslore.testing.TestingCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real PostgreSQL that lets nobody in without TLS, and asks for the portal's certificate. */
class DatabaseTlsTests {

    @TempDir private static Path folder;
    private static DataFolder data;
    private static EmbeddedDatabase server;
    private static TestingCertificate own;

    @TempDir private Path certificates;
    @TempDir private Path others;

    @BeforeAll
    static void startServer() throws Exception {
        data = new DataFolder(new OperationsSettings(folder.resolve("data")));
        server = new EmbeddedDatabase(data);
        own = TestingCertificate.in(Files.createDirectory(folder.resolve("own")));
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.destroy();
        data.destroy();
    }

    private TestingCertificate shown;

    @BeforeEach
    void showsACertificate() throws Exception {
        shown = TestingCertificate.in(certificates);
        show(shown);
    }

    @Test
    void isReachedByItsBundleWithTheNameChecked() throws Exception {
        ExternalDatabase database = open(TestingCertificates.trusting(shown, own));

        assertThat(cipherOf(database)).isTrue();
    }

    @Test
    void anotherCertificateIsRefusedAndSaidToBe() {
        Tls other = TestingCertificates.trusting(TestingCertificate.in(others), own);

        assertThatThrownBy(() -> open(other))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("certificate that is not trusted");
    }

    @Test
    void aCertificateForAnotherNameIsRefused() throws Exception {
        TestingCertificate elsewhere = TestingCertificate.in(others, "db.example.org");
        show(elsewhere);

        assertThatThrownBy(() -> open(TestingCertificates.trusting(elsewhere, own)))
                .isInstanceOf(DatabaseUnusable.class);
    }

    @Test
    void whoShowsNoneIsNotLetIn() {
        assertThatThrownBy(() -> open(TestingCertificates.trusting(shown)))
                .isInstanceOf(DatabaseUnusable.class);
    }

    @Test
    void aRenewedCertificateIsBelievedWithoutANewAddress() throws Exception {
        Tls tls = TestingCertificates.trusting(shown, own);
        ExternalDatabase database = open(tls);
        TestingCertificate renewed = TestingCertificate.in(others);
        show(renewed);
        assertThatThrownBy(() -> cipherOf(database)).isInstanceOf(SQLException.class);

        TestingCertificates.follow(tls, renewed, own);

        assertThat(cipherOf(database)).isTrue();
    }

    @Test
    void theAddressMayNotSayItOtherwise() {
        var settings =
                new DatabaseSettings(
                        url() + "?sslmode=require", "postgres", password(), "internal");

        assertThatThrownBy(() ->
                        new ExternalDatabase(
                                settings, Optional.of(TestingCertificates.trusting(shown, own))))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("both say");
    }

    private static boolean cipherOf(ExternalDatabase database) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                database.getJdbcUrl(),
                                database.getUsername(),
                                database.getPassword());
                var rows =
                        connection
                                .createStatement()
                                .executeQuery(
                                        "select ssl from pg_stat_ssl where pid = pg_backend_pid()")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private static ExternalDatabase open(Tls tls) {
        return new ExternalDatabase(
                new DatabaseSettings(url(), "postgres", password(), "internal"), Optional.of(tls));
    }

    private static String url() {
        return server.getJdbcUrl();
    }

    private static String password() {
        return String.valueOf(server.getPassword());
    }

    /** Takes it from now on; the way in without TLS stays open for this test alone. */
    private static void show(TestingCertificate certificate) throws Exception {
        Files.setPosixFilePermissions(
                certificate.key(), PosixFilePermissions.fromString("rw-------"));
        Path cluster = folder.resolve("data/postgres/cluster");
        Path key = copy(certificate.key(), cluster.resolve("shown.key"));
        Path cert = copy(certificate.certificate(), cluster.resolve("shown.crt"));
        Path trusted = copy(own.certificate(), cluster.resolve("trusted.crt"));
        Files.writeString(
                cluster.resolve("pg_hba.conf"),
                "hostssl all all 127.0.0.1/32 scram-sha-256 clientcert=verify-ca\n"
                        + "hostnossl all all 127.0.0.1/32 scram-sha-256\n");
        Instant before = loaded();
        try (Connection admin = inTheClear();
                var statement = admin.createStatement()) {
            statement.execute("alter system set ssl_cert_file = '%s'".formatted(cert));
            statement.execute("alter system set ssl_key_file = '%s'".formatted(key));
            statement.execute("alter system set ssl_ca_file = '%s'".formatted(trusted));
            statement.execute("alter system set ssl = on");
            statement.execute("select pg_reload_conf()");
        }
        await().until(() -> loaded().isAfter(before));
    }

    private static Path copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rw-------"));
        return to;
    }

    /** When the server last read its settings, as those see it who come in now. */
    private static Instant loaded() throws SQLException {
        try (Connection admin = inTheClear();
                var rows = admin.createStatement().executeQuery("select pg_conf_load_time()")) {
            rows.next();
            return rows.getTimestamp(1).toInstant();
        }
    }

    private static Connection inTheClear() throws SQLException {
        return DriverManager.getConnection(url() + "?sslmode=disable", "postgres", password());
    }
}
