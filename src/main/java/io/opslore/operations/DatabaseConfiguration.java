package io.opslore.operations;

import java.io.IOException;
import java.sql.SQLException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    @ConditionalOnProperty(
            name = "spring.datasource.url",
            matchIfMissing = true,
            havingValue = "embedded")
    EmbeddedDatabase embeddedDatabase(DataFolder folder) throws IOException, SQLException {
        return new EmbeddedDatabase(folder);
    }
}
