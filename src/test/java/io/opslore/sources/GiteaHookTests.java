package io.opslore.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opslore.connections.ConnectionCatalogue;
import io.opslore.connections.ConnectionEdit;
import io.opslore.connections.ConnectionId;
import io.opslore.connections.git.TestingWork;
import io.opslore.connections.gitea.TestingGitea;
import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.ingest.FileKind;
import io.opslore.library.Document;
import io.opslore.library.Documents;
import io.opslore.library.SpaceId;
import io.opslore.library.Spaces;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import io.opslore.testing.TestingPorts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** With a real Gitea, which tells of pushes by itself. */
class GiteaHookTests extends PortalTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir private Path folder;
    @LocalServerPort private int port;
    @Autowired private Accounts accounts;
    @Autowired private Spaces spaces;
    @Autowired private Documents documents;
    @Autowired private ConnectionCatalogue connections;
    @Autowired private Sources sources;

    private TestingGitea gitea;

    @BeforeEach
    void aGitea() {
        gitea = new TestingGitea(folder, TestingPorts.GITEA);
    }

    @AfterEach
    void leave() {
        if (gitea != null) {
            gitea.close();
        }
    }

    @Test
    void aPushToGiteaComesInByItsOwnWebhook() {
        gitea.call(
                "POST",
                "user/repos",
                "{\"name\":\"runbooks\",\"private\":true,\"default_branch\":\"main\"}");
        Asker admin = TestingAskers.with(accounts, Role.ADMIN);
        SpaceId space = spaces.create("Gitea " + folder.getFileName(), "", admin).id();
        var connection = new ConnectionId("gitea-of-sources");
        connections.save(
                new ConnectionEdit(
                        connection,
                        "Gitea",
                        "gitea",
                        space,
                        Map.of(
                                "url",
                                "http://localhost:" + gitea.port() + "/",
                                "token",
                                gitea.token("reading", "\"read:repository\""))),
                admin);
        TestingWork work = new TestingWork(folder, "work");
        work.git("remote", "set-url", "origin", gitea.pushAddress("anna/runbooks"));
        work.write("restore.md", "# Restore\n").commit("Anna", "Begin");
        work.push();
        var id = new SourceId("gitea-runbooks");
        String secret =
                sources.add(
                        new SourceEdit(
                                id,
                                "Runbooks of Gitea",
                                "git",
                                connection,
                                space,
                                new SourceRules(
                                        Map.of("repository", "anna/runbooks"),
                                        "",
                                        List.of(),
                                        List.of(),
                                        EnumSet.of(FileKind.TEXT),
                                        0),
                                true),
                        admin);
        await().atMost(LONG).until(() -> paths(space, admin).equals(List.of("restore.md")));
        gitea.call(
                "POST",
                "repos/anna/runbooks/hooks",
                """
                {"type":"gitea","active":true,"events":["push"],"config":{
                "url":"http://localhost:%d/hooks/git/%s","content_type":"json","secret":"%s"}}\
                """
                        .formatted(port, id.value(), secret));

        work.write("failover.md", "# Failover\n").commit("Anna", "More");
        work.push();

        await().atMost(LONG)
                .until(() -> paths(space, admin).equals(List.of("failover.md", "restore.md")));
        assertThat(documents.in(space, admin)).hasSize(2);
        sources.remove(id, admin);
        connections.remove(connection, admin);
    }

    private List<String> paths(SpaceId space, Asker asker) {
        return documents.in(space, asker).stream().map(Document::path).toList();
    }
}
