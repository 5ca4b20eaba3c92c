package io.opslore.operations;

import io.opslore.outbound.Tls;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.NestedExceptionUtils;

/**
 * A PostgreSQL of the operator's own, looked at once before anything depends on it, so that what is
 * wrong with it is said in a sentence.
 */
class ExternalDatabase implements JdbcConnectionDetails {

    private static final int OLDEST = 15;
    private static final String PATIENCE_SECONDS = "10";

    private static final String WRONG_PASSWORD = "28P01";
    private static final String NOT_LET_IN = "28000";
    private static final String NO_DATABASE = "3D000";

    private final DatabaseSettings settings;
    private final String url;

    /**
     * Throws {@link DatabaseUnusable} if it cannot be used.
     *
     * @param tls what it is known by; empty for what its address says
     */
    ExternalDatabase(DatabaseSettings settings, Optional<Tls> tls) {
        this.settings = settings;
        this.url = tls.map(known -> secured(settings.url(), known)).orElse(settings.url());
        var properties = new Properties();
        properties.setProperty("connectTimeout", PATIENCE_SECONDS);
        properties.setProperty("socketTimeout", PATIENCE_SECONDS);
        if (!settings.username().isEmpty()) {
            properties.setProperty("user", settings.username());
            properties.setProperty("password", settings.password());
        }
        try (Connection connection = DriverManager.getConnection(url, properties)) {
            requireVersion(connection.getMetaData().getDatabaseMajorVersion());
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    private static String secured(String url, Tls tls) {
        if (url.contains("sslmode=") || url.contains("sslfactory=")) {
            throw new DatabaseUnusable(
                    "opslore.database.url and opslore.database.ssl-bundle both say how TLS is spoken",
                    "Take sslmode and sslfactory out of the address: with a bundle, certificate and"
                            + " name of the server are always checked.");
        }
        return url + (url.contains("?") ? "&" : "?") + DatabaseTls.parameters(tls);
    }

    static void requireVersion(int version) {
        if (version < OLDEST) {
            throw new DatabaseUnusable(
                    "The PostgreSQL of opslore.database.url is version " + version,
                    "OpsLore needs PostgreSQL " + OLDEST + " or newer.");
        }
    }

    private static DatabaseUnusable unusable(SQLException failure) {
        if (NestedExceptionUtils.getMostSpecificCause(failure)
                instanceof GeneralSecurityException) {
            return new DatabaseUnusable(
                    "The PostgreSQL of opslore.database.url shows a certificate that is not trusted",
                    "Name a bundle with its CA in opslore.database.ssl-bundle (docs/tls.md).");
        }
        String state = String.valueOf(failure.getSQLState());
        return switch (state) {
            case WRONG_PASSWORD, NOT_LET_IN ->
                    new DatabaseUnusable(
                            "The PostgreSQL of opslore.database.url refuses this user and password",
                            "Look at opslore.database.username and opslore.database.password.");
            case NO_DATABASE ->
                    new DatabaseUnusable(
                            "The PostgreSQL of opslore.database.url has no such database",
                            "Create it, or look at the name at the end of opslore.database.url.");
            default ->
                    new DatabaseUnusable(
                            "The PostgreSQL of opslore.database.url does not answer: "
                                    + failure.getMessage(),
                            "Look at the address in opslore.database.url, and whether the server runs.");
        };
    }

    @Override
    public String getJdbcUrl() {
        return url;
    }

    /** Null where the address names the user itself. */
    @Override
    public @Nullable String getUsername() {
        return settings.username().isEmpty() ? null : settings.username();
    }

    @Override
    public @Nullable String getPassword() {
        return settings.username().isEmpty() ? null : settings.password();
    }
}
