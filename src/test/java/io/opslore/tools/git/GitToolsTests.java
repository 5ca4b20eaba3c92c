package io.opslore.tools.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionId;
import io.opslore.connections.TestingConnections;
import io.opslore.connections.git.TestingGitServer;
import io.opslore.connections.git.TestingWork;
import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.library.Space;
import io.opslore.library.Spaces;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import io.opslore.testing.TestingPorts;
import io.opslore.tools.ToolAnswer;
import io.opslore.tools.ToolCalls;
import io.opslore.tools.ToolFailure;
import io.opslore.tools.ToolFailure.Code;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Through the door, as models and IDEs call, with Git's own server program. */
class GitToolsTests extends PortalTest {

    private static final String PASSWORD = "Qk7vT2mXw9LpZr4s";
    private static final String OLD_PASSWORD = "aB3dE6gH9jK2mN5pQ8";
    private static final String AWS = "AKIAJ5Q7R2T9X4W8Z6B3";
    private static final String GITHUB = "ghp_" + "x7Kq2mWp9Zr4tLs8vNb3cYd6fGh1jQ0aEuRi";
    private static final List<String> SECRETS =
            List.of(
                    PASSWORD,
                    OLD_PASSWORD,
                    AWS,
                    GITHUB,
                    "VHJvdWJhZG91ci0zMw",
                    "MIIEpAIBAAKCAQEA7b");
    private static final String SECRET =
            """
            apiVersion: v1
            kind: Secret
            metadata:
              name: db
            type: Opaque
            # one
            # two
            # three
            # four
            data:
              note: VHJvdWJhZG91ci0zMw==
            """;

    @Autowired private ToolCalls calls;
    @Autowired private Accounts accounts;
    @Autowired private Spaces spaces;
    @Autowired private ApplicationContext portal;

    @TempDir private Path folder;
    private final String id = "git-" + UUID.randomUUID().toString().substring(0, 8);
    private TestingGitServer server;
    private TestingWork work;
    private Asker reader;
    private Space space;

    @BeforeEach
    void connect() {
        server = new TestingGitServer(folder, TestingPorts.GIT);
        work = new TestingWork(folder, "shop");
        reader = TestingAskers.with(accounts, Role.READER);
        space = spaces.create("Git " + id, "", TestingAskers.with(accounts, Role.ADMIN));
        TestingConnections.put(
                new Connection(
                        new ConnectionId(id),
                        "Shop",
                        "git",
                        space.id(),
                        Map.of("url", server.address("shop.git").toString()),
                        Map.of()),
                portal);
    }

    @AfterEach
    void leave() {
        TestingConnections.remove(new ConnectionId(id), portal);
        if (server != null) {
            server.close();
        }
    }

    @Test
    void readsTreeFileAndLinesOfACommit() {
        work.write("app/Main.java", "class Main {\n  int port = 8080;\n}\n");
        String commit = push("Begin");

        assertThat(call("git_repos_list", Map.of()).items().toString()).contains(id, "Shop");
        ToolAnswer tree = call("git_tree_list", Map.of("depth", 2));
        assertThat(tree.version()).isEqualTo(commit);
        assertThat(tree.items())
                .extracting(row -> row.get("path"))
                .contains("app", "app/Main.java");
        ToolAnswer file = call("git_file_read", Map.of("path", "app/Main.java", "firstLine", 2));
        assertThat(file.version()).isEqualTo(commit);
        assertThat(file.items().toString()).contains("2|   int port = 8080;", "3| }");
        assertThat(call("git_code_search", Map.of("pattern", "port\\s*=")).items().toString())
                .contains("app/Main.java", "line=2");
        assertThat(call("git_refs_list", Map.of()).items().toString())
                .contains("name=main", commit, "default=true");
    }

    @Test
    void tellsHistoryDifferencesAndAuthors() {
        work.write("values.yaml", "image: api:1\nreplicas: 1\n");
        String first = push("One");
        work.write("values.yaml", "image: api:2\nreplicas: 1\n");
        String second = push("Two\n\nBecause of a fault.");

        ToolAnswer log = call("git_log_list", Map.of("path", "values.yaml"));
        assertThat(log.items()).extracting(row -> row.get("subject")).containsExactly("Two", "One");
        assertThat(call("git_log_list", Map.of("until", "2020-01-01")).items()).isEmpty();
        ToolAnswer commit = call("git_commit_get", Map.of("commit", "main", "withPatch", true));
        assertThat(commit.items().toString())
                .contains("Because of a fault.", "modified values.yaml", "-image: api:1");
        ToolAnswer diff = call("git_diff_get", Map.of("base", "main~1", "head", "main"));
        assertThat(diff.version()).isEqualTo(first + ".." + second);
        assertThat(diff.items().toString()).contains("+image: api:2");
        ToolAnswer blame = call("git_blame_get", Map.of("path", "values.yaml"));
        assertThat(blame.items())
                .extracting(row -> row.get("commit"))
                .containsExactly(second, first);
    }

    @Test
    void nothingTellsASecretThatIsPlanted() {
        work.write("k8s/secret.yaml", SECRET);
        work.write("deploy/app.env", "DB_PASSWORD=" + OLD_PASSWORD + "\nMODE=prod\n");
        work.write("terraform.tfvars", "db_password = \"" + PASSWORD + "\"\n");
        work.write("id_rsa", key());
        push("Begin");
        work.write("deploy/app.env", "DB_PASSWORD=" + PASSWORD + "\nMODE=prod\n");
        work.write("k8s/secret.yaml", SECRET.replace("VHJvdWJhZG91ci0zMw==", "aHVudGVyMg=="));
        work.write("Main.java", "String key = \"" + AWS + "\";\n");
        push("Rotate\n\nThe old token was " + GITHUB + " and password=" + OLD_PASSWORD);

        List<ToolAnswer> answers = new ArrayList<>();
        for (String path :
                List.of(
                        "k8s/secret.yaml",
                        "deploy/app.env",
                        "terraform.tfvars",
                        "id_rsa",
                        "Main.java")) {
            for (String ref : List.of("main", "main~1")) {
                if (!(path.equals("Main.java") && ref.equals("main~1"))) {
                    answers.add(call("git_file_read", Map.of("path", path, "ref", ref)));
                    answers.add(call("git_blame_get", Map.of("path", path, "ref", ref)));
                }
            }
            answers.add(call("git_file_read", Map.of("path", path, "firstLine", 4)));
        }
        answers.add(call("git_file_read", Map.of("path", "id_rsa", "firstLine", 3, "lastLine", 3)));
        answers.add(call("git_log_list", Map.of()));
        answers.add(call("git_commit_get", Map.of("commit", "main", "withPatch", true)));
        answers.add(call("git_diff_get", Map.of("base", "main~1", "head", "main", "context", 1)));
        for (String pattern : List.of(".", "PASSWORD", "note", "AKIA", "password", "^MII")) {
            answers.add(call("git_code_search", Map.of("pattern", pattern)));
        }

        String all = answers.toString();
        System.out.printf(
                "git tools: %d answers, %d characters, %d secrets planted%n",
                answers.size(), all.length(), SECRETS.size());
        assertThat(all).contains("«secret:", "MODE=prod").doesNotContain(SECRETS);
        assertThat(all).doesNotContain("aHVudGVyMg");
    }

    @Test
    void nobodyFindsASecretByAskingForIt() {
        work.write("app.env", "DB_PASSWORD=" + PASSWORD + "\n");
        push("Begin");

        for (String guess : List.of(PASSWORD, "PASSWORD=Q", "PASSWORD=Qk7v.*", "^DB_.*4s$")) {
            assertThat(call("git_code_search", Map.of("pattern", guess)).items()).isEmpty();
        }
        assertThat(call("git_code_search", Map.of("pattern", "^DB_PASSWORD")).items()).hasSize(1);
    }

    @Test
    void refusesWhatIsNoTextAndWhatCannotBeMeant() {
        work.write("logo.png", new byte[] {1, 0, 2});
        work.write("model.bin", "version https://git-lfs.github.com/spec/v1\noid sha256:ab\n");
        push("Begin");

        assertFails(Code.UNSUPPORTED, "git_file_read", Map.of("path", "logo.png"));
        assertFails(Code.UNSUPPORTED, "git_file_read", Map.of("path", "model.bin"));
        assertFails(Code.UNSUPPORTED, "git_blame_get", Map.of("path", "logo.png"));
        assertFails(Code.INVALID_ARGUMENT, "git_file_read", Map.of("path", "../../etc/passwd"));
        assertFails(Code.INVALID_ARGUMENT, "git_tree_list", Map.of("ref", "--output=/tmp/x"));
        assertFails(
                Code.INVALID_ARGUMENT, "git_diff_get", Map.of("base", "-O/tmp/x", "head", "main"));
        assertFails(Code.NOT_FOUND, "git_commit_get", Map.of("commit", "nothing"));
        assertFails(Code.INVALID_ARGUMENT, "git_code_search", Map.of("pattern", "(["));
        assertFails(Code.INVALID_ARGUMENT, "git_log_list", Map.of("since", "yesterday"));
    }

    @Test
    void neverAsksAServerToReceive() {
        work.write("a.txt", "a\n");
        push("Begin");
        call("git_tree_list", Map.of());
        for (String crafted :
                List.of(
                        "git-receive-pack",
                        "?service=git-receive-pack",
                        "main --upload-pack=x",
                        "refs/heads/main:refs/heads/x",
                        "+main")) {
            for (String tool : List.of("git_tree_list", "git_log_list", "git_refs_list")) {
                try {
                    call(tool, Map.of(tool.contains("refs") ? "filter" : "ref", crafted));
                } catch (ToolFailure expected) {
                    assertThat(expected.code()).isIn(Code.INVALID_ARGUMENT, Code.NOT_FOUND);
                }
            }
        }

        assertThat(server.requests())
                .isNotEmpty()
                .allMatch(one ->
                        one.equals("GET git-upload-pack") || one.equals("POST git-upload-pack"));
    }

    @Test
    void whoMayNotReadTheSpaceFindsNothing() {
        work.write("a.txt", "a\n");
        push("Begin");
        portal.getBean(io.opslore.library.SpaceAccess.class)
                .set(space.id(), List.of(), TestingAskers.with(accounts, Role.ADMIN));

        assertFails(Code.NOT_FOUND, "git_tree_list", Map.of());
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void goesOnBehindTheCursor() {
        for (int at = 0; at < 60; at++) {
            work.write("file-%02d.txt".formatted(at), "x".repeat(1_000) + "\n");
            work.commit("Anna", "Commit " + at);
        }
        work.push();

        ToolAnswer first = call("git_log_list", Map.of());
        assertThat(first.items()).hasSize(50);
        assertThat(first.truncated()).isTrue();
        ToolAnswer second = call("git_log_list", Map.of("cursor", first.nextCursor()));
        assertThat(second.items()).hasSize(10);
        assertThat(second.items().getLast().get("subject")).isEqualTo("Commit 0");
        Map<String, Object> arguments = new HashMap<>(Map.of("base", "main~59", "head", "main"));
        int files = 0;
        for (int pages = 0; pages < 10; pages++) {
            ToolAnswer page = call("git_diff_get", arguments);
            files += page.items().size();
            if (!page.truncated()) {
                break;
            }
            arguments.put("cursor", page.nextCursor());
        }
        assertThat(files).isEqualTo(59);
    }

    private String push(String message) {
        String commit = work.commit("Anna", message);
        work.push();
        return commit;
    }

    private ToolAnswer call(String tool, Map<String, ?> arguments) {
        Map<String, Object> all = new HashMap<>(arguments);
        if (!tool.equals("git_repos_list")) {
            all.put("source", id);
        }
        return calls.call(tool, all, reader);
    }

    private void assertFails(Code code, String tool, Map<String, ?> arguments) {
        assertThatThrownBy(() -> call(tool, arguments))
                .asInstanceOf(InstanceOfAssertFactories.type(ToolFailure.class))
                .satisfies(
                        failure -> assertThat(failure.code()).as(tool + arguments).isEqualTo(code));
    }

    private static String key() {
        var key = new StringBuilder("-----BEGIN RSA PRIVATE KEY-----\n");
        for (int line = 0; line < 12; line++) {
            key.append("MIIEpAIBAAKCAQEA7bQk7vT2mXw9LpZr4sAbCdEfGhIjKlMnOpQrStUvWxYz01\n");
        }
        return key.append("-----END RSA PRIVATE KEY-----\n").toString();
    }
}
