package io.opslore.library;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.identity.TestingAuthority;
import io.opslore.testing.TestingClock;
import io.opslore.testing.TestingDatabase;
import io.opslore.testing.TestingMeters;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Base of the tests of this room on a real database, without the rooms above it: nothing here
 * becomes current by itself. Each test has a space of its own.
 */
@SpringBootTest(
        classes = LibraryRoomTest.Room.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
abstract class LibraryRoomTest {

    private static final String DATABASE = TestingDatabase.fresh();

    @Autowired Spaces spaces;
    @Autowired Storing storing;
    @Autowired Documents documents;
    @Autowired Revisions revisions;
    @Autowired Downloads downloads;
    @Autowired Grants grants;
    @Autowired AccessRecords access;
    @Autowired TestingClock clock;

    Asker admin;
    Asker contributor;
    Asker reader;
    Asker nobody;
    SpaceId space;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        var data = Files.createTempDirectory("opslore-library");
        registry.add("spring.datasource.url", () -> DATABASE);
        registry.add("spring.jpa.hibernate.ddl-auto", () -> "validate");
        registry.add("opslore.data", data::toString);
    }

    @BeforeEach
    void aSpaceAndPeople() {
        admin = somebody(Role.ADMIN);
        contributor = somebody(Role.CONTRIBUTOR);
        reader = somebody(Role.READER);
        nobody = somebody();
        space = spaces.create("Space " + UUID.randomUUID(), "", admin).id();
    }

    private static Asker somebody(Role... roles) {
        return TestingAuthority.asker("tester-" + UUID.randomUUID(), roles);
    }

    /** A space that the reader may not read and the contributor may not write to. */
    SpaceId adminsOnly() {
        SpaceId hidden = spaces.create("Hidden " + UUID.randomUUID(), "", admin).id();
        access.replace(hidden, List.of());
        return hidden;
    }

    Stored store(String path, String content) throws IOException {
        return store(space, path, content, contributor);
    }

    Stored store(SpaceId into, String path, String content, Asker asker) throws IOException {
        var bytes = new ByteArrayInputStream(content.getBytes(UTF_8));
        return storing.store(new DocumentKey(into, "upload", path), bytes, "upload", asker);
    }

    /** Stores, describes and makes current: a document that answers. */
    Stored publish(String path, String content) throws IOException {
        return publish(path, content, FoundDetails.NONE);
    }

    Stored publish(String path, String content, FoundDetails found) throws IOException {
        return published(store(path, content), content, found);
    }

    Stored publish(SpaceId into, String path, String content) throws IOException {
        return published(store(into, path, content, admin), content, FoundDetails.NONE);
    }

    private Stored published(Stored stored, String content, FoundDetails found) {
        revisions.describe(stored.revision(), text(content, ""), found);
        revisions.makeCurrent(stored.revision());
        return stored;
    }

    static RevisionText text(String text, String title) {
        return new RevisionText(
                text,
                title,
                Format.TEXT,
                "",
                List.of(Block.of(Block.Kind.PARAGRAPH, 1, 1)),
                List.of());
    }

    /** The library alone. */
    // Not annotated as a configuration: the scan of the whole portal must not find it.
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        HibernateJpaAutoConfiguration.class,
        DataJpaRepositoriesAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    @ComponentScan(
            basePackages = "io.opslore.library",
            excludeFilters =
                    @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.ui\\..*"))
    @ConfigurationPropertiesScan("io.opslore.library")
    @EntityScan("io.opslore.library")
    @EnableJpaRepositories("io.opslore.library")
    @Import({TestingAuthority.class, TestingMeters.class})
    static class Room {

        @Bean
        TestingClock clock() {
            return new TestingClock();
        }
    }
}
