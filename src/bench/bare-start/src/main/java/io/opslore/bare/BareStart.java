package io.opslore.bare;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.router.Route;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;

/** One empty view and one pooled connection to an embedded PostgreSQL that is kept between starts. */
@SpringBootApplication
public class BareStart implements AppShellConfigurator {

    public static void main(String[] arguments) {
        SpringApplication.run(BareStart.class, arguments);
    }

    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(Path.of(System.getenv("OPSLORE_DATA"), "cluster"))
                .setOverrideWorkingDirectory(Path.of(System.getenv("OPSLORE_DATA")).toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .start();
    }

    @Bean
    JdbcConnectionDetails database(EmbeddedPostgres postgres) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return "postgres";
            }

            @Override
            public String getPassword() {
                return "";
            }

            @Override
            public String getJdbcUrl() {
                return postgres.getJdbcUrl("postgres", "postgres");
            }
        };
    }

    @Route("")
    static class EmptyView extends Div {}
}
