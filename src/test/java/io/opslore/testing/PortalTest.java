package io.opslore.testing;

import io.opslore.OpsLore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Base of all tests that need the whole portal: they share one context, one server, one database
 * and one data folder, so each makes the spaces and accounts that it looks at. Starting it costs
 * most of a minute; prefer a plain test.
 */
@SpringBootTest(classes = OpsLore.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(LeakSwitches.class)
public abstract class PortalTest {

    private static final String DATABASE = TestingDatabase.fresh();
    private static final Path DATA = temporaryFolder();

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", () -> DATABASE);
        registry.add("opslore.data", DATA::toString);
        registry.add("opslore.backup.target", () -> DATA.resolve("backups").toString());
        registry.add("spring.jpa.hibernate.ddl-auto", () -> "validate");
        registry.add("opslore.connections.sockets", TestingSwarm.socket()::toString);
        registry.add("opslore.connections.folders", TestingLogs.folder()::toString);
        // A sign-in provider, a Loki and an engine on this machine, one that is not there, and what
        // tests start.
        registry.add(
                "opslore.outbound.allowed-hosts",
                () ->
                        String.join(
                                ",",
                                TestingKeycloak.hostAndPort(),
                                "127.0.0.1:1",
                                StandInLoki.hostAndPort(),
                                TestingSwarm.hostAndPort(),
                                TestingRepositories.hostAndPort(),
                                TestingPorts.hostsAndPorts()));
    }

    /**
     * Another portal in this JVM (the commands' tests start some) makes its own holder the JVM's,
     * and this one's filters would look for the signed-in person where nobody is put any more.
     */
    @BeforeEach
    void takeBackTheHolder(@Autowired SecurityContextHolderStrategy holder) {
        SecurityContextHolder.setContextHolderStrategy(holder);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("opslore-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
