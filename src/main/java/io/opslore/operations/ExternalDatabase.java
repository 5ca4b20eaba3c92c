package io.opslore.operations;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

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

    /** Throws {@link DatabaseUnusable} if it cannot be used. */
    ExternalDatabase(DatabaseSettings settings) {
        this.settings = settings;
        var properties = new Properties();
        properties.setProperty("connectTimeout", PATIENCE_SECONDS);
        properties.setProperty("socketTimeout", PATIENCE_SECONDS);
        if (!settings.username().isEmpty()) {
            properties.setProperty("user", settings.username());
            properties.setProperty("password", settings.password());
        }
        try (Connection connection = DriverManager.getConnection(settings.url(), properties)) {
            requireVersion(connection.getMetaData().getDatabaseMajorVersion());
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    static void requireVersion(int version) {
        if (version < OLDEST) {
            throw new DatabaseUnusable(
                    "The PostgreSQL of opslore.database.url is version " + version,
                    "OpsLore needs PostgreSQL " + OLDEST + " or newer.");
        }
    }

    private static DatabaseUnusable unusable(SQLException failure) {
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
        return settings.url();
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
