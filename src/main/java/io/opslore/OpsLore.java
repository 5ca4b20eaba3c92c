package io.opslore;

import io.opslore.ingest.cli.IngestCommand;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/**
 * Starts the portal, or carries out a command named by the first argument. Every package directly
 * below this one is a room; see docs/architecture.md.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(systemName = "OpsLore")
public class OpsLore {

    private static final String INGEST = "ingest";

    /** Everything but a command goes to Spring Boot as it is. */
    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals(INGEST)) {
            List<String> rest = List.of(arguments).subList(1, arguments.length);
            System.exit(
                    IngestCommand.run(rest, data(), () -> IngestCommand.withoutWeb(OpsLore.class)));
        }
        SpringApplication.run(OpsLore.class, arguments);
    }

    private static Path data() {
        return Path.of(System.getenv().getOrDefault("OPSLORE_DATA", "data"));
    }
}
