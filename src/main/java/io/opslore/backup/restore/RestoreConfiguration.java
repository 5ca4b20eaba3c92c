package io.opslore.backup.restore;

import io.opslore.upgrades.SchemaGuard;
import java.io.IOException;
import java.sql.SQLException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Before any room looks at the database: a restore if one is ordered, else no half one. */
@Configuration(proxyBeanMethods = false)
class RestoreConfiguration {

    @Bean
    FlywayMigrationStrategy restoreOrMigrate(
            Mark mark,
            SchemaGuard schema,
            ObjectProvider<Restoration> restoration,
            ObjectProvider<RestoreOrder> orders) {
        return flyway -> {
            RestoreOrder order = orders.getIfAvailable();
            try {
                if (order == null) {
                    mark.refuseToStart(flyway.getConfiguration().getDataSource());
                } else {
                    restoration.getObject().restore(order, flyway);
                }
            } catch (IOException | SQLException e) {
                throw refused(e, mark.hasBegun());
            }
            schema.migrate(flyway);
        };
    }

    private static RestoreRefused refused(Exception e, boolean begun) {
        return new RestoreRefused(
                String.valueOf(e.getMessage()),
                begun
                        ? "It had begun to change something, so this portal does not start until a restore has ended:"
                                + " try it again with --force."
                        : "Nothing was changed.");
    }
}
