package io.opslore.sources.live;

import static org.awaitility.Awaitility.await;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionId;
import io.opslore.connections.Connections;
import io.opslore.connections.TestingConnections;
import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.ingest.FileKind;
import io.opslore.library.Document;
import io.opslore.library.Documents;
import io.opslore.library.Revision;
import io.opslore.library.RevisionText;
import io.opslore.library.SpaceId;
import io.opslore.library.Spaces;
import io.opslore.retrieval.Search;
import io.opslore.sources.Snapshot;
import io.opslore.sources.Source;
import io.opslore.sources.SourceEdit;
import io.opslore.sources.SourceId;
import io.opslore.sources.SourceKind;
import io.opslore.sources.SourcePlan;
import io.opslore.sources.SourceRules;
import io.opslore.sources.SourceState;
import io.opslore.sources.Sources;
import io.opslore.testing.TestingAskers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A source of one kind with a space and a connection of its own, in the tests' portal. */
final class TestingFeed implements AutoCloseable {

    private static final Duration LONG = Duration.ofSeconds(90);

    private final ApplicationContext portal;
    private final SourceId id;
    private final String kind;
    private final ConnectionId connection;
    private final SpaceId space;
    private final Asker admin;
    private final String server;
    private boolean added;

    TestingFeed(ApplicationContext portal, String kind, Server server) {
        String name = kind + "-" + UUID.randomUUID().toString().substring(0, 8);
        this.portal = portal;
        this.kind = kind;
        this.server = server.kind();
        id = new SourceId(name);
        connection = new ConnectionId(name);
        admin = TestingAskers.with(portal.getBean(Accounts.class), Role.ADMIN);
        space = portal.getBean(Spaces.class).create("Feed " + name, "", admin).id();
        TestingConnections.put(
                new Connection(
                        connection,
                        name,
                        server.kind(),
                        space,
                        server.settings(),
                        server.secrets()),
                portal);
    }

    /** What is connected. */
    record Server(String kind, Map<String, String> settings, Map<String, String> secrets) {}

    SourcePlan plan(Map<String, String> options) {
        return portal.getBean(Sources.class).plan(edit(options), admin);
    }

    /** What a look would hand over, before the portal itself takes secrets out. */
    Map<String, String> handedOver(Map<String, String> options) {
        SourceKind looking =
                portal.getBeansOfType(SourceKind.class).values().stream()
                        .filter(one -> one.key().equals(kind))
                        .findFirst()
                        .orElseThrow();
        SourceEdit edit = edit(options);
        var source = new Source(id, id.value(), kind, connection, space, edit.rules(), true, admin);
        Map<String, String> texts = new TreeMap<>();
        try (Snapshot snapshot =
                looking.take(
                        source,
                        portal.getBean(Connections.class)
                                .open(connection.value(), server, admin))) {
            for (Snapshot.File file : snapshot.files()) {
                texts.put(file.path(), new String(snapshot.bytes(file), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    /** Waits for the first sync. */
    TestingFeed add(Map<String, String> options) {
        portal.getBean(Sources.class).add(edit(options), admin);
        added = true;
        return awaitRuns(1);
    }

    TestingFeed change(Map<String, String> options) {
        int before = runs();
        portal.getBean(Sources.class).change(edit(options), admin);
        return awaitRuns(before + 1);
    }

    TestingFeed sync() {
        int before = runs();
        portal.getBean(Sources.class).syncNow(id, admin);
        return awaitRuns(before + 1);
    }

    SourceState state() {
        return portal.getBean(Sources.class).all(admin).stream()
                .filter(status -> status.source().id().equals(id))
                .findFirst()
                .orElseThrow()
                .state();
    }

    /** Texts as they are read here, by path. */
    Map<String, String> texts() {
        Documents documents = portal.getBean(Documents.class);
        await().atMost(LONG)
                .until(() ->
                        documents.in(space, admin).stream()
                                .allMatch(one -> one.newest().equals(one.current())));
        Map<String, String> texts = new TreeMap<>();
        for (Document document : documents.in(space, admin)) {
            String text =
                    documents.text(document.current(), admin).map(RevisionText::text).orElseThrow();
            texts.put(document.path(), text);
        }
        return texts;
    }

    List<String> paths() {
        return portal.getBean(Documents.class).in(space, admin).stream()
                .map(Document::path)
                .sorted()
                .toList();
    }

    List<Revision> revisions(String path) {
        Documents documents = portal.getBean(Documents.class);
        return documents.in(space, admin).stream()
                .filter(one -> one.path().equals(path))
                .findFirst()
                .map(one -> documents.revisions(one.id(), admin))
                .orElseThrow();
    }

    /** What was kept may reach the index a moment later. */
    void awaitFound(String words, String path) {
        await().atMost(LONG)
                .until(() ->
                        portal.getBean(Search.class).search(words, 10, admin).documents().stream()
                                .anyMatch(found ->
                                        found.document().path().equals(path)
                                                && found.document().space().equals(space)));
    }

    private SourceEdit edit(Map<String, String> options) {
        var rules =
                new SourceRules(
                        options, "", List.of(), List.of(), EnumSet.allOf(FileKind.class), 0);
        return new SourceEdit(id, id.value(), kind, connection, space, rules, true);
    }

    private int runs() {
        return portal.getBean(JdbcClient.class)
                .sql("select runs from source_sync where source = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    private TestingFeed awaitRuns(int runs) {
        await().atMost(LONG)
                .until(() -> runs() >= runs && !state().running() && !state().waiting());
        return this;
    }

    @Override
    public void close() {
        if (added) {
            portal.getBean(Sources.class).remove(id, admin);
        }
        TestingConnections.remove(connection, portal);
    }
}
