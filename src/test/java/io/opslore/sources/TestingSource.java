package io.opslore.sources;

import static org.awaitility.Awaitility.await;

import io.opslore.connections.ConnectionCatalogue;
import io.opslore.connections.ConnectionEdit;
import io.opslore.connections.ConnectionId;
import io.opslore.connections.git.TestingWork;
import io.opslore.identity.Asker;
import io.opslore.ingest.FileKind;
import io.opslore.library.Document;
import io.opslore.library.Documents;
import io.opslore.library.SpaceId;
import io.opslore.library.Spaces;
import io.opslore.testing.TestingRepositories;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;

/** A repository of its own, a space of its own, and a source between them. */
final class TestingSource {

    final TestingWork work;
    final SpaceId space;
    final SourceId id;
    final ConnectionId connection;
    private final BeanFactory portal;
    private final Asker asker;
    private String secret = "";

    TestingSource(BeanFactory portal, Asker asker) {
        String name = "repo-" + UUID.randomUUID().toString().substring(0, 8);
        this.portal = portal;
        this.asker = asker;
        work = TestingRepositories.work(name);
        space = portal.getBean(Spaces.class).create("Space of " + name, "", asker).id();
        connection = new ConnectionId(name);
        id = new SourceId(name);
        portal.getBean(ConnectionCatalogue.class)
                .save(
                        new ConnectionEdit(
                                connection,
                                name,
                                "git",
                                space,
                                Map.of("url", TestingRepositories.address(name).toString())),
                        asker);
    }

    /** Everything, and never by the clock. */
    static SourceRules everything(String... exclude) {
        return new SourceRules(
                "", "", "", List.of(), Arrays.asList(exclude), EnumSet.allOf(FileKind.class), 0);
    }

    SourceEdit edit(SourceRules rules, boolean enabled) {
        return new SourceEdit(id, id.value(), connection, space, rules, enabled);
    }

    TestingSource add(SourceRules rules) {
        secret = sources().add(edit(rules, true), asker);
        return this;
    }

    void push(String author, String message) {
        work.commit(author, message);
        work.push();
    }

    /** Asks for a sync and waits until one has ended that began after that. */
    void sync() {
        int before = runs();
        sources().syncNow(id, asker);
        awaitRuns(before + 1);
    }

    void awaitRuns(int runs) {
        await().atMost(Duration.ofSeconds(90))
                .until(() -> runs() >= runs && !state().running() && !state().waiting());
    }

    int runs() {
        return portal.getBean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("select runs from source_sync where source = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    SourceState state() {
        return sources().all(asker).stream()
                .filter(status -> status.source().id().equals(id))
                .findFirst()
                .orElseThrow()
                .state();
    }

    List<Document> documents() {
        return portal.getBean(Documents.class).in(space, asker);
    }

    List<String> paths() {
        return documents().stream().map(Document::path).toList();
    }

    Document document(String path) {
        return documents().stream()
                .filter(document -> document.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    String secret() {
        return secret;
    }

    private Sources sources() {
        return portal.getBean(Sources.class);
    }
}
