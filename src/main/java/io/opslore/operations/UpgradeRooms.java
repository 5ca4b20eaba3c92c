package io.opslore.operations;

import io.opslore.outbound.Certificates;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;

/**
 * The database and the settings, and nothing else of the portal: nothing is migrated, and the
 * earlier version may go on running. Not found by the portal's scan, for which it has no
 * annotation.
 */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    SslAutoConfiguration.class
})
@Import(Certificates.class)
@EnableConfigurationProperties({OperationsSettings.class, DatabaseSettings.class})
public class UpgradeRooms {

    /**
     * @param settings as on a command line; they go before all others
     * @throws RuntimeException whose cause is {@link NoDatabaseYet} where there is none
     */
    public static ConfigurableApplicationContext open(String... settings) {
        return new SpringApplicationBuilder(UpgradeRooms.class)
                .web(WebApplicationType.NONE)
                // The command says in a sentence why it could not be opened.
                .properties(
                        "logging.level.org.springframework.boot=off",
                        "logging.level.org.springframework.context=error",
                        "logging.level.org.springframework.context.annotation=off")
                .logStartupInfo(false)
                .run(settings);
    }

    @Bean
    @Lazy
    DataFolder dataFolder(OperationsSettings settings) throws IOException {
        return new DataFolder(settings);
    }

    @Bean
    UpgradeCheck upgradeCheck(
            org.springframework.core.env.ConfigurableEnvironment environment,
            org.springframework.jdbc.core.simple.JdbcClient jdbc,
            javax.sql.DataSource database,
            OperationsSettings settings) {
        return new UpgradeCheck(environment, jdbc, database, settings);
    }

    @Bean
    @ConditionalOnProperty(
            name = "spring.datasource.url",
            matchIfMissing = true,
            havingValue = "embedded")
    JdbcConnectionDetails database(
            DatabaseSettings database,
            OperationsSettings settings,
            ObjectProvider<DataFolder> folder,
            Certificates certificates)
            throws IOException, SQLException {
        if (!database.url().isEmpty()) {
            return new ExternalDatabase(
                    database, certificates.of(database.sslBundle(), "opslore.database.ssl-bundle"));
        }
        if (!Files.exists(settings.data().resolve("postgres/password"))) {
            throw new NoDatabaseYet();
        }
        try {
            return new EmbeddedDatabase(folder.getObject());
        } catch (BeanCreationException e) {
            if (e.getMostSpecificCause() instanceof DataFolderInUse) {
                return new RunningDatabase(settings.data());
            }
            throw e;
        }
    }
}
