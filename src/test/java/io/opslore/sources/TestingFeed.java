package io.opslore.sources;

import static org.awaitility.Awaitility.await;

import io.opslore.connections.ConnectionCatalogue;
import io.opslore.connections.ConnectionEdit;
import io.opslore.connections.ConnectionId;
import io.opslore.identity.Asker;
import io.opslore.ingest.FileKind;
import io.opslore.library.Document;
import io.opslore.library.Documents;
import io.opslore.library.SpaceId;
import io.opslore.library.Spaces;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.BeanFactory;

/** A connection of its own, a space of its own, and a source between them. */
class TestingFeed {

    final SpaceId space;
    final SourceId id;
    final ConnectionId connection;
    private final String kind;
    private final BeanFactory portal;
    private final Asker asker;
    private String secret = "";

    /**
     * @param name nobody else's
     * @param kind the source's
     */
    TestingFeed(
            BeanFactory portal,
            Asker asker,
            String name,
            String kind,
            Map<String, String> connection) {
        this.portal = portal;
        this.asker = asker;
        this.kind = kind;
        space = portal.getBean(Spaces.class).create("Space of " + name, "", asker).id();
        this.connection = new ConnectionId(name);
        id = new SourceId(name);
        portal.getBean(ConnectionCatalogue.class)
                .save(new ConnectionEdit(this.connection, name, kind, space, connection), asker);
    }

    /** Everything, and never by the clock. */
    static SourceRules everything(String... exclude) {
        return new SourceRules(
                Map.of(), "", List.of(), Arrays.asList(exclude), EnumSet.allOf(FileKind.class), 0);
    }

    SourceEdit edit(SourceRules rules, boolean enabled) {
        return new SourceEdit(id, id.value(), kind, connection, space, rules, enabled);
    }

    TestingFeed add(SourceRules rules) {
        secret = sources().add(edit(rules, true), asker);
        return this;
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

    String kind() {
        return kind;
    }

    String secret() {
        return secret;
    }

    private Sources sources() {
        return portal.getBean(Sources.class);
    }
}
