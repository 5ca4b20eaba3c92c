package io.opslore.upgrades;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.assistant.Answer;
import io.opslore.assistant.Citation;
import io.opslore.assistant.Conversations;
import io.opslore.audit.ChainCheck;
import io.opslore.identity.AccountId;
import io.opslore.identity.Asker;
import io.opslore.library.Documents;
import io.opslore.library.Maintenance;
import io.opslore.testing.TestingDatabase;
import io.opslore.testing.TestingRooms;
import jakarta.persistence.Entity;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.hibernate.SpringImplicitNamingStrategy;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What earlier versions have left is all there after an upgrade. */
class FormerReleasesTests {

    /** What people would miss, in words that every version's schema understands. */
    private static final List<String> KEPT =
            List.of(
                    "select id, path, title, current_revision_id, owner, review_on from document order by id",
                    "select id, document_id, number, sha256, author from revision order by id",
                    "select revision_id, md5(text) from revision_text order by 1",
                    "select answer_id, marker, revision_id, first_line, last_line, quote, sha256 from citation order by 1, 2",
                    "select id, question, outcome, markdown from answer order by id",
                    "select id, username, password_hash from account order by id",
                    "select account_id, upper(role) from account_role order by 1, 2",
                    "select id, name from space order by id",
                    "select model, encode(digest, 'hex'), md5(vector) from window_vector order by 1, 2");

    @TempDir private Path data;

    @ParameterizedTest
    @ValueSource(strings = {"7", "12", "21", "33", "36", "44", "49"})
    void everythingThatPeopleKnowIsThereAfterwards(String version) {
        var release = new FormerRelease(version);
        Map<String, List<Map<String, Object>>> before = kept(release);

        release.upgrade();

        assertThat(kept(release)).isEqualTo(before);
        assertThat(before.values()).noneMatch(List::isEmpty);
        assertThat(columns(jdbc(release)))
                .isEqualTo(
                        columns(
                                new JdbcTemplate(
                                        new DriverManagerDataSource(TestingDatabase.fresh()))));
        requireFitEntities(release.database());
    }

    /** As {@code ddl-auto=validate} holds them against the tables. */
    private static void requireFitEntities(String database) {
        var entities = new ClassPathScanningCandidateComponentProvider(false);
        entities.addIncludeFilter(new AnnotationTypeFilter(Entity.class));
        try (var registry =
                new StandardServiceRegistryBuilder()
                        .applySetting("hibernate.connection.url", database)
                        .applySetting("hibernate.hbm2ddl.auto", "validate")
                        .applySetting(
                                "hibernate.physical_naming_strategy",
                                PhysicalNamingStrategySnakeCaseImpl.class.getName())
                        .applySetting(
                                "hibernate.implicit_naming_strategy",
                                SpringImplicitNamingStrategy.class.getName())
                        .build()) {
            var sources = new MetadataSources(registry);
            Set<BeanDefinition> found = entities.findCandidateComponents("io.opslore");
            assertThat(found).isNotEmpty();
            found.forEach(entity -> sources.addAnnotatedClassName(entity.getBeanClassName()));
            sources.buildMetadata().buildSessionFactory().close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "33"})
    void thePortalWorksWithIt(String version) {
        var release = new FormerRelease(version);

        try (var portal = new TestingRooms(release.database(), data, Maintenance.PROFILE)) {
            Asker anna = anna(release);
            var conversations = portal.bean(Conversations.class);
            List<Answer> answers =
                    conversations.list("", anna).stream()
                            .flatMap(one -> conversations.answers(one.id(), anna).stream())
                            .toList();
            assertThat(answers).hasSize(2);
            for (Citation citation :
                    answers.stream().flatMap(it -> it.citations().stream()).toList()) {
                List<String> lines =
                        portal.bean(Documents.class)
                                .text(citation.revision(), anna)
                                .orElseThrow()
                                .text()
                                .lines()
                                .toList();
                assertThat(citation.quote().lines())
                        .containsExactlyElementsOf(
                                lines.subList(
                                        citation.lines().first() - 1, citation.lines().last()));
            }
            assertThat(answers).allMatch(answer -> !answer.citations().isEmpty());
            assertThat(portal.bean(ChainCheck.class).walk(share -> {}).faults()).isEmpty();
        }
    }

    private static Asker anna(FormerRelease release) {
        var id =
                jdbc(release)
                        .queryForObject(
                                "select id from account where username = 'anna'", UUID.class);
        return new Asker(new AccountId(Objects.requireNonNull(id)), "anna");
    }

    private static List<Map<String, Object>> columns(JdbcTemplate jdbc) {
        return jdbc.queryForList(
                """
                select table_name, column_name, data_type, is_nullable, column_default
                from information_schema.columns
                where table_schema = 'public' order by table_name, column_name
                """);
    }

    private static Map<String, List<Map<String, Object>>> kept(FormerRelease release) {
        Map<String, List<Map<String, Object>>> kept = new LinkedHashMap<>();
        KEPT.forEach(query -> kept.put(query, jdbc(release).queryForList(query)));
        return kept;
    }

    private static JdbcTemplate jdbc(FormerRelease release) {
        return new JdbcTemplate(new DriverManagerDataSource(release.database()));
    }
}
