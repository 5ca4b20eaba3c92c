package io.opslore.operations;

import io.opslore.outbound.Certificates;
import java.io.IOException;
import java.sql.SQLException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Which PostgreSQL is used: that of {@code spring.datasource.url}, where whoever sets it is trusted
 * to know Boot; else that of {@code opslore.database.url}; else the embedded one.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    @ConditionalOnProperty(
            name = "spring.datasource.url",
            matchIfMissing = true,
            havingValue = "embedded")
    JdbcConnectionDetails database(
            DatabaseSettings settings, DataFolder folder, Certificates certificates)
            throws IOException, SQLException {
        return settings.url().isEmpty()
                ? new EmbeddedDatabase(folder)
                : new ExternalDatabase(
                        settings,
                        certificates.of(settings.sslBundle(), "opslore.database.ssl-bundle"));
    }
}
