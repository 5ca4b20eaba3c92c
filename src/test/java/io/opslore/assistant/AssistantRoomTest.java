package io.opslore.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opslore.guard.HeldBytes;
import io.opslore.identity.AccountId;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.identity.TestingAuthority;
import io.opslore.library.Bin;
import io.opslore.library.Document;
import io.opslore.library.DocumentKey;
import io.opslore.library.Documents;
import io.opslore.library.Format;
import io.opslore.library.Grants;
import io.opslore.library.LineRange;
import io.opslore.library.RevisionId;
import io.opslore.library.RevisionText;
import io.opslore.library.Revisions;
import io.opslore.library.Space;
import io.opslore.library.Spaces;
import io.opslore.library.Stored;
import io.opslore.library.Storing;
import io.opslore.models.ChatPart;
import io.opslore.models.ModelStatus;
import io.opslore.models.Models;
import io.opslore.retrieval.FoundPassages;
import io.opslore.retrieval.Passage;
import io.opslore.testing.TestingDatabase;
import io.opslore.testing.TestingMeters;
import io.opslore.testing.TestingModelKeeper;
import io.opslore.testing.TestingModelServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.core.publisher.Flux;

/**
 * Base of the tests of this room on a real database with the real library; what is found is laid
 * out by the test.
 */
@SpringBootTest(
        classes = AssistantRoomTest.Room.class,
        properties = "opslore.assistant.lookups.time=3s",
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
abstract class AssistantRoomTest {

    private static final String DATABASE = TestingDatabase.fresh();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired Assistant assistant;
    @Autowired Conversations conversations;
    @Autowired UnfinishedRows unfinished;
    @Autowired TestingRetrieval retrieval;
    @Autowired TestingModelServer server;
    @Autowired TestingLookups lookups;
    @Autowired Models models;
    @Autowired Documents documents;
    @Autowired JdbcClient database;
    @Autowired Bin bin;
    @Autowired CitedSources citedSources;
    @Autowired private Spaces spaces;
    @Autowired private Storing storing;
    @Autowired private Revisions revisions;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        var blobs = Files.createTempDirectory("opslore-blobs");
        registry.add("spring.datasource.url", () -> DATABASE);
        registry.add("opslore.data", blobs::toString);
        registry.add("opslore.models.look-every", () -> "50ms");
    }

    @BeforeEach
    void startWithNothingFoundAndNoModel() {
        retrieval.forget();
        server.leave();
        await().until(() -> !(models.status() instanceof ModelStatus.Available));
    }

    void modelSays(String... words) {
        server.says(words);
        awaitModel();
    }

    void modelAnswers(Flux<ChatPart> stream) {
        server.answers(stream);
        awaitModel();
    }

    private void awaitModel() {
        await().until(() -> models.status() instanceof ModelStatus.Available);
    }

    Asker somebody(Role... roles) {
        var id = UUID.randomUUID();
        database.sql(
                        """
                        insert into account (id, username, password_hash, must_change_password, created_at)
                        values (?, ?, '', false, now())
                        """)
                .params(id, id.toString())
                .update();
        return TestingAuthority.asker(new AccountId(id), id.toString(), roles);
    }

    Space space() {
        return spaces.create("Space " + UUID.randomUUID(), "", admin());
    }

    /** A described Markdown revision of which all lines are one passage. */
    Passage passage(Space space, String path, String text) {
        return passage(space, path, text, 0.9, 0.8);
    }

    Passage passage(Space space, String path, String text, double coverage, double similarity) {
        try {
            Stored stored =
                    storing.store(
                            new DocumentKey(space.id(), "upload", path),
                            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                            "upload",
                            admin());
            RevisionId revision = stored.revision();
            revisions.describe(
                    revision,
                    new RevisionText(text, path, Format.MARKDOWN, "", List.of(), List.of()));
            revisions.makeCurrent(revision);
            Document document = documents.document(stored.document(), admin());
            var lines = new LineRange(1, text.split("\n", -1).length);
            int number = revisions.revision(revision).number();
            return new Passage(
                    document, revision, number, "", lines, 0, text, "en", 1, coverage, similarity);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Follows an answer to its end and returns every snapshot told. */
    List<Answer> followed(AnswerId id, Asker asker) throws InterruptedException {
        BlockingQueue<Answer> told = new LinkedBlockingQueue<>();
        Runnable leave = assistant.follow(id, asker, told::add);
        var snapshots = new CopyOnWriteArrayList<Answer>();
        do {
            Answer next = told.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(next).as("a further snapshot after %s", snapshots).isNotNull();
            snapshots.add(next);
        } while (!snapshots.getLast().outcome().isFinal());
        leave.run();
        return snapshots;
    }

    Answer answered(String question, ConversationId conversation, Asker asker)
            throws InterruptedException {
        return followed(assistant.ask(question, conversation, asker).id(), asker).getLast();
    }

    Asker admin() {
        return TestingAuthority.asker("admin", Role.ADMIN);
    }

    /** The library and this room, without views, index and Ollama. */
    // Not annotated as a configuration: the scan of the whole portal must not find it.
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        HibernateJpaAutoConfiguration.class,
        DataJpaRepositoriesAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    @ConfigurationPropertiesScan({
        "io.opslore.library",
        "io.opslore.assistant",
        "io.opslore.models",
        "io.opslore.audit",
        "io.opslore.replicas",
        "io.opslore.tools",
        "io.opslore.identity"
    })
    @EntityScan({"io.opslore.library", "io.opslore.assistant"})
    @EnableJpaRepositories({"io.opslore.library", "io.opslore.assistant"})
    @ComponentScan(
            basePackages = {
                "io.opslore.library",
                "io.opslore.guard",
                "io.opslore.assistant",
                "io.opslore.models",
                "io.opslore.audit",
                "io.opslore.replicas",
                "io.opslore.tools",
                "io.opslore.connections"
            },
            excludeFilters = {
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = {
                            ".*\\.ui\\..*",
                            ".*\\.ollama\\..*",
                            ".*\\.(tools|connections)\\.[a-z0-9]+\\..*",
                            ".*Test(s)?(\\$.*)?"
                        }),
                @ComponentScan.Filter(
                        type = FilterType.ASSIGNABLE_TYPE,
                        classes = PassageSearch.class)
            })
    @ComponentScan(
            basePackages = "io.opslore.identity",
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*\\.(Secrets|SecretKeyFile)"))
    @Import({TestingAuthority.class, TestingMeters.class})
    static class Room {

        @Bean
        TestingLookups testingLookups() {
            return new TestingLookups();
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        HeldBytes heldBytes() {
            return account -> 0;
        }

        @Bean
        TestingRetrieval testingRetrieval() {
            return new TestingRetrieval();
        }

        @Bean
        TestingModelServer testingModelServer() {
            return new TestingModelServer();
        }

        @Bean
        TestingModelKeeper testingModelKeeper() {
            return new TestingModelKeeper(Flux.empty());
        }

        @Bean
        PassageSearch passageSearch(
                TestingRetrieval retrieval, Grants grants, AssistantSettings settings) {
            return new PassageSearch(
                    query -> new FoundPassages(retrieval.apply(query), false), grants, settings);
        }
    }
}
