package io.opslore;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** Starts the portal. Every package directly below this one is a room; see docs/architecture.md. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(systemName = "OpsLore")
public class OpsLore {

    /** Starts the portal with Spring Boot's usual command line. */
    public static void main(String[] arguments) {
        SpringApplication.run(OpsLore.class, arguments);
    }
}
