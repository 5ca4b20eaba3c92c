package io.opslore.ingest.queue;

import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.identity.SignedIn;
import io.opslore.identity.TestingAuthority;
import io.opslore.ingest.FollowedFiles;
import io.opslore.ingest.IngestFeed;
import io.opslore.ingest.IngestProgress;
import io.opslore.ingest.IngestState;
import io.opslore.ingest.Intake;
import io.opslore.ingest.extract.TestingMasking;
import io.opslore.library.Document;
import io.opslore.library.Revisions;
import io.opslore.library.SpaceId;
import io.opslore.library.Spaces;
import io.opslore.library.Stored;
import io.opslore.outbound.TestingCertificates;
import io.opslore.testing.TestingMeters;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** The library and the queue on a real database, with an index and blobs that can fail. */
public final class TestingPortal implements AutoCloseable {

    public static final Asker ADMIN = TestingAuthority.asker("admin", Role.ADMIN);

    final TestingIndexer indexer;
    final TestingBlobs blobs;
    final TestingMasking masking;
    private final ConfigurableApplicationContext context;

    /** Portals with the same database and folder are the same portal, started again. */
    public TestingPortal(String database, Path folder, String... settings) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "--spring.datasource.url=" + database,
                                "--opslore.data=" + folder,
                                "--opslore.ingest.queue.first-retry=20ms",
                                "--opslore.ingest.queue.poll=100ms"));
        for (String setting : settings) {
            all.add("--" + setting);
        }
        context =
                new SpringApplicationBuilder(Rooms.class)
                        .web(WebApplicationType.NONE)
                        .run(all.toArray(String[]::new));
        indexer = context.getBean(TestingIndexer.class);
        blobs = context.getBean(TestingBlobs.class);
        masking = context.getBean(TestingMasking.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public SpaceId space() {
        String name = UUID.randomUUID().toString();
        return bean(Spaces.class).create(name, "", ADMIN).id();
    }

    public Stored accept(SpaceId space, String path, String text) throws IOException {
        var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return bean(Intake.class).accept(space, path, bytes, ADMIN);
    }

    public IngestState state(SpaceId space, String path) {
        return bean(IngestFeed.class).states(space, ADMIN).stream()
                .filter(progress -> progress.path().equals(path))
                .map(IngestProgress::state)
                .findFirst()
                .orElseThrow();
    }

    public Document document(Stored stored) {
        return bean(Revisions.class).documentOf(stored.revision());
    }

    public void awaitReady(SpaceId space, String path) {
        await(() -> state(space, path) instanceof IngestState.Ready);
    }

    public IngestState.Failed awaitFailed(SpaceId space, String path) {
        await(() -> state(space, path) instanceof IngestState.Failed);
        return (IngestState.Failed) state(space, path);
    }

    /** Waits at most half a minute. */
    public static void await(BooleanSupplier condition) {
        Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(condition::getAsBoolean);
    }

    @Override
    public void close() {
        context.close();
    }

    @TestConfiguration(proxyBeanMethods = false)
    @AutoConfigurationPackage(basePackages = "io.opslore")
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        HibernateJpaAutoConfiguration.class,
        DataJpaRepositoriesAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    @ConfigurationPropertiesScan({
        "io.opslore.library",
        "io.opslore.ingest",
        "io.opslore.audit",
        "io.opslore.replicas"
    })
    @ComponentScan(
            basePackages = {
                "io.opslore.library",
                "io.opslore.guard",
                "io.opslore.ingest",
                "io.opslore.replicas"
            },
            excludeFilters = {
                @ComponentScan.Filter(
                        type = FilterType.ASSIGNABLE_TYPE,
                        classes = {RetrievalIndexer.class, FollowedFiles.class}),
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern =
                                ".*\\.(ui|api|cli)\\..*|.*Test.*|.*\\.GuardedMasking|.*\\.Heartbeat")
            })
    @Import({
        SignedIn.class,
        TestingAuthority.class,
        TestingCertificates.class,
        TestingMeters.class
    })
    static class Rooms {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        UserDetailsService users() {
            return username -> {
                throw new UsernameNotFoundException(username);
            };
        }

        @Bean
        TestingMasking secretMasking() {
            return new TestingMasking();
        }

        @Bean
        TestingIndexer indexer() {
            return new TestingIndexer();
        }

        @Bean
        @Primary
        TestingBlobs testingBlobs() {
            return new TestingBlobs();
        }
    }
}
