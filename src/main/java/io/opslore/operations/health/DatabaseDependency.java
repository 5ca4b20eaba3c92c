package io.opslore.operations.health;

import io.opslore.health.Condition;
import io.opslore.health.Dependency;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** PostgreSQL: without it there is neither a sign-in nor a document. */
@Component
class DatabaseDependency implements Dependency {

    private final DataSource database;

    DatabaseDependency(DataSource database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public boolean isVital() {
        return true;
    }

    @Override
    public Condition look() throws SQLException {
        try (Connection connection = database.getConnection();
                var asked = connection.createStatement();
                var answer = asked.executeQuery("select pg_is_in_recovery()")) {
            answer.next();
            return answer.getBoolean(1)
                    ? Condition.down("database.standby")
                    : Condition.up(
                            "database.up", connection.getMetaData().getDatabaseProductVersion());
        }
    }
}
