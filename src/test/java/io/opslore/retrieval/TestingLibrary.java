package io.opslore.retrieval;

import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.identity.TestingAuthority;
import io.opslore.library.Block;
import io.opslore.library.DocumentId;
import io.opslore.library.DocumentKey;
import io.opslore.library.Format;
import io.opslore.library.ReadScope;
import io.opslore.library.RevisionId;
import io.opslore.library.RevisionText;
import io.opslore.library.Revisions;
import io.opslore.library.SpaceId;
import io.opslore.library.Stored;
import io.opslore.library.Storing;
import io.opslore.models.ModelsSettings;
import io.opslore.outbound.TestingCertificates;
import io.opslore.retrieval.engine.KnowledgeIndex;
import io.opslore.retrieval.engine.KnowledgeIndexes;
import io.opslore.testing.TestingDatabase;
import io.opslore.testing.TestingMeters;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The real library and retrieval rooms over a real database and a data folder of their own, without
 * the rest of the portal. Speaks in documents, so that tests need not.
 */
final class TestingLibrary implements AutoCloseable {

    private static final Asker ADMIN = TestingAuthority.asker("tester", Role.ADMIN);

    final Path data;
    private final String database;
    private ConfigurableApplicationContext context;

    /** Settings such as {@code opslore.retrieval.chunk.min-tokens=100}. */
    TestingLibrary(String... settings) {
        try {
            data = Files.createTempDirectory("opslore-retrieval");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        database = TestingDatabase.fresh();
        context = start(settings);
    }

    /** Stops all of it and starts it again on the same data, after doing something to them. */
    void restart(Runnable between, String... settings) {
        context.close();
        between.run();
        context = start(settings);
    }

    /** The index of the generation that answers. */
    KnowledgeIndex index() {
        return bean(Generations.class).inActive(Generation::index);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    void publish(Object event) {
        context.publishEvent(event);
    }

    SpaceId space(String name) {
        UUID id = UUID.randomUUID();
        bean(JdbcTemplate.class).update("insert into space values (?, ?, '', now())", id, name);
        return new SpaceId(id);
    }

    /** Stores, indexes, embeds and makes current: a document that answers. */
    RevisionId publish(SpaceId space, String path, String text) {
        return bringIn(describe(space, path, text));
    }

    /** Indexes, embeds and makes current what was described. */
    RevisionId bringIn(RevisionId revision) {
        Indexing indexing = bean(Indexing.class);
        indexing.indexText(revision);
        indexing.embed(revision, (done, all) -> {});
        bean(Revisions.class).makeCurrent(revision);
        return revision;
    }

    /** As {@link #publish}, but without vectors. */
    RevisionId publishWords(SpaceId space, String path, String text) {
        RevisionId revision = describe(space, path, text);
        bean(Indexing.class).indexText(revision);
        bean(Revisions.class).makeCurrent(revision);
        return revision;
    }

    /** Stores and describes only. */
    RevisionId describe(SpaceId space, String path, String text) {
        return store(space, path, text, text);
    }

    /** Stores bytes that extraction reads as the given text. */
    RevisionId store(SpaceId space, String path, String bytes, String text) {
        try {
            Stored stored =
                    bean(Storing.class)
                            .store(
                                    new DocumentKey(space, "upload", path),
                                    new ByteArrayInputStream(
                                            bytes.getBytes(StandardCharsets.UTF_8)),
                                    "upload",
                                    ADMIN);
            bean(Revisions.class).describe(stored.revision(), markdown(text));
            return stored.revision();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DocumentId document(RevisionId revision) {
        return bean(Revisions.class).documentOf(revision).id();
    }

    List<Passage> search(String query, SpaceId... spaces) {
        return bean(Retrieval.class).search(new Query(query, new ReadScope(Set.of(spaces)), 10));
    }

    List<String> paths(String query, SpaceId... spaces) {
        return search(query, spaces).stream().map(found -> found.document().path()).toList();
    }

    /** Just enough of Markdown: headings and fenced code. */
    static RevisionText markdown(String text) {
        List<Block> blocks = new ArrayList<>();
        List<String> lines = List.of(text.split("\n", -1));
        String title = "";
        for (int line = 1; line <= lines.size(); line++) {
            String content = lines.get(line - 1);
            if (content.startsWith("```")) {
                int end = line + 1;
                while (end < lines.size() && !lines.get(end - 1).startsWith("```")) {
                    end++;
                }
                blocks.add(Block.of(Block.Kind.CODE, line, Math.min(end, lines.size())));
                line = end;
            } else if (content.matches("#{1,6} .+")) {
                int level = content.indexOf(' ');
                String heading = content.substring(level).strip();
                title = title.isEmpty() ? heading : title;
                blocks.add(Block.heading(level, heading, line));
            }
        }
        return new RevisionText(text, title, Format.MARKDOWN, "", blocks, List.of());
    }

    @Override
    public void close() {
        context.close();
    }

    private ConfigurableApplicationContext start(String... settings) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "--spring.datasource.url=" + database,
                                "--opslore.data=" + data,
                                "--logging.level.root=warn"));
        for (String setting : settings) {
            all.add("--" + setting);
        }
        ConfigurableApplicationContext started =
                new SpringApplicationBuilder(Rooms.class)
                        .web(WebApplicationType.NONE)
                        .run(all.toArray(String[]::new));
        try {
            started.getBean(IndexStart.class).join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return started;
    }

    @TestConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        HibernateJpaAutoConfiguration.class,
        DataJpaRepositoriesAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    @ComponentScan(
            basePackages = {"io.opslore.library", "io.opslore.retrieval"},
            // Other tests' configurations lie in the same packages.
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*(\\.ui\\..*|Test.*)"))
    // Of other rooms only what embeds on a server, and what takes secrets out of questions.
    @ComponentScan(
            basePackages = {"io.opslore.models.ollama", "io.opslore.guard"},
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern =
                                    ".*\\.(OllamaEmbedding|OllamaHttp|Masking|MaskingInForce|MaskingRows)"))
    @EnableConfigurationProperties(ModelsSettings.class)
    @ConfigurationPropertiesScan({"io.opslore.library", "io.opslore.retrieval"})
    @EntityScan("io.opslore.library")
    @EnableJpaRepositories("io.opslore.library")
    @Import({TestingAuthority.class, TestingCertificates.class, TestingMeters.class})
    static class Rooms {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        /** A second model, which then is the wanted one. */
        @Bean
        @Primary
        @ConditionalOnProperty("testing.embedder")
        TestingEmbedder testingEmbedder(
                @Value("${testing.embedder}") String model,
                @Value("${testing.hold:1000000}") int hold) {
            return new TestingEmbedder(model, hold);
        }

        @Bean
        static BeanPostProcessor watchedIndexes() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof KnowledgeIndexes indexes
                            ? new TestingIndexes(indexes)
                            : bean;
                }
            };
        }
    }
}
