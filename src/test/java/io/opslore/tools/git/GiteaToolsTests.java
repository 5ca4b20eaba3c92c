package io.opslore.tools.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionId;
import io.opslore.connections.TestingConnections;
import io.opslore.connections.git.TestingWork;
import io.opslore.connections.gitea.CountingProxy;
import io.opslore.connections.gitea.GiteaConnectionType;
import io.opslore.connections.gitea.TestingGitea;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** With a real Gitea, if one is on the PATH, and a proxy before it that counts. */
class GiteaToolsTests extends PortalTest {

    private static final String PASSWORD = "Qk7vT2mXw9LpZr4s";
    private static final String GITHUB = "ghp_" + "x7Kq2mWp9Zr4tLs8vNb3cYd6fGh1jQ0aEuRi";
    private static final String REPO = TestingGitea.ADMIN + "/shop";

    @TempDir private static Path folder;
    private static TestingGitea gitea;
    private static String token;
    private static String other;

    @Autowired private ToolCalls calls;
    @Autowired private Accounts accounts;
    @Autowired private Spaces spaces;
    @Autowired private GiteaConnectionType type;
    @Autowired private ApplicationContext portal;

    private final String id = "gitea-" + UUID.randomUUID().toString().substring(0, 8);
    private CountingProxy proxy;
    private Asker reader;
    private Space space;

    @BeforeAll
    static void aServerWithWork() {
        gitea = new TestingGitea(folder);
        token = gitea.token("portal", "\"read:repository\",\"read:issue\"");
        other = gitea.token("narrow", "\"read:misc\"");
        gitea.call(
                "POST",
                "user/repos",
                "{\"name\":\"shop\",\"private\":true,"
                        + "\"default_branch\":\"main\",\"description\":\"The shop\"}");
        gitea.call("POST", "user/repos", "{\"name\":\"wiki\",\"private\":true}");
        var work = new TestingWork(folder, "shop");
        work.write("values.yaml", "image: api:1\nport: 80\n").write("app.env", "MODE=prod\n");
        work.commit("Anna", "Begin");
        work.git("checkout", "-q", "-b", "fix");
        work.write("values.yaml", "image: api:2\nport: 80\n");
        work.write("app.env", "MODE=prod\nDB_PASSWORD=" + PASSWORD + "\n");
        work.commit("Anna", "New image, token " + GITHUB);
        work.git("push", "-q", gitea.pushAddress(REPO), "main", "fix");
        gitea.callOnceReady(
                "POST",
                "repos/" + REPO + "/pulls",
                "{\"title\":\"New image\",\"head\":\"fix\","
                        + "\"base\":\"main\",\"body\":\"Needs password="
                        + PASSWORD
                        + "\"}");
        gitea.call(
                "POST",
                "repos/" + REPO + "/issues/1/comments",
                "{\"body\":\"Looks good, use token " + GITHUB + "\"}");
        gitea.call(
                "POST",
                "repos/" + REPO + "/issues",
                "{\"title\":\"Login fails\","
                        + "\"body\":\"With password="
                        + PASSWORD
                        + " it works\"}");
    }

    @AfterAll
    static void stop() {
        if (gitea != null) {
            gitea.close();
        }
    }

    @BeforeEach
    void connect() {
        proxy = new CountingProxy(TestingPorts.GITEA, gitea.port());
        reader = TestingAskers.with(accounts, Role.READER);
        space = spaces.create("Gitea " + id, "", TestingAskers.with(accounts, Role.ADMIN));
        TestingConnections.put(connection(token), portal);
    }

    @AfterEach
    void leave() {
        TestingConnections.remove(new ConnectionId(id), portal);
        if (proxy != null) {
            proxy.close();
        }
    }

    @Test
    void listsRepositoriesAndReadsTheirCode() {
        assertThat(call("git_repos_list", Map.of()).items())
                .extracting(row -> row.get("repo"))
                .contains(REPO, TestingGitea.ADMIN + "/wiki");
        assertThat(call("git_repos_list", Map.of("query", "sho")).items())
                .extracting(row -> row.get("description"))
                .containsExactly("The shop");
        assertThat(
                        call("git_file_read", Map.of("repo", REPO, "path", "values.yaml"))
                                .items()
                                .toString())
                .contains("1| image: api:1");
        assertThat(call("git_refs_list", Map.of("repo", REPO)).items())
                .extracting(row -> row.get("name"))
                .containsExactly("main", "fix", "pull/1/head");
        assertThat(
                        call(
                                        "git_diff_get",
                                        Map.of("repo", REPO, "base", "main", "head", "pull/1/head"))
                                .items()
                                .toString())
                .contains("+image: api:2");
    }

    @Test
    void tellsPullRequestsWithTextRemarksAndLines() {
        ToolAnswer list = call("git_pulls_list", Map.of("repo", REPO));
        assertThat(list.items()).extracting(row -> row.get("title")).containsExactly("New image");

        ToolAnswer pull = call("git_pull_get", Map.of("repo", REPO, "number", 1));

        assertThat(pull.version()).isEqualTo(list.items().getFirst().get("headCommit"));
        assertThat(pull.items()).hasSize(3);
        assertThat(pull.items().toString())
                .contains("Looks good", "-image: api:1", "+image: api:2");
    }

    @Test
    void tellsIssuesAndRuns() {
        assertThat(call("git_issues_list", Map.of("repo", REPO, "query", "login")).items())
                .extracting(row -> row.get("title"))
                .containsExactly("Login fails");
        assertThat(call("git_runs_list", Map.of("repo", REPO)).items()).isEmpty();
        assertFails(Code.NOT_FOUND, "git_run_log", Map.of("repo", REPO, "run", 1));
    }

    @Test
    void nothingTellsASecretAndNothingIsWritten() {
        List<ToolAnswer> answers = new ArrayList<>();
        answers.add(call("git_pull_get", Map.of("repo", REPO, "number", 1)));
        answers.add(call("git_issues_list", Map.of("repo", REPO, "state", "all")));
        answers.add(call("git_pulls_list", Map.of("repo", REPO, "state", "all")));
        answers.add(call("git_log_list", Map.of("repo", REPO, "ref", "fix")));
        answers.add(
                call("git_commit_get", Map.of("repo", REPO, "commit", "fix", "withPatch", true)));
        for (String crafted :
                List.of(
                        "../admin/users",
                        REPO + "/../../user/keys",
                        "a/b?sudo=root",
                        "a/b#c",
                        "a/..",
                        "%2e%2e/x",
                        REPO + "/branches")) {
            assertFails(Code.INVALID_ARGUMENT, "git_pulls_list", Map.of("repo", crafted));
            assertFails(Code.INVALID_ARGUMENT, "git_tree_list", Map.of("repo", crafted));
        }
        assertFails(Code.NOT_FOUND, "git_pulls_list", Map.of("repo", "anna/none"));

        assertThat(answers.toString())
                .contains("«secret:", "Login fails")
                .doesNotContain(PASSWORD, GITHUB, "ghp_", token);
        System.out.printf(
                "gitea: %d requests, %d of them POST%n",
                proxy.requests().size(),
                proxy.requests().stream().filter(one -> !one.startsWith("GET ")).count());
        assertThat(proxy.requests())
                .isNotEmpty()
                .allMatch(one ->
                        one.startsWith("GET ") && !one.contains("git-receive-pack")
                                || one.matches("POST /anna/shop\\.git/git-upload-pack"));
    }

    @Test
    void saysWhatIsWrongWithAConnection() {
        assertThat(type.test(connection(token))).contains("Version", "2 repositories");
        assertThatThrownBy(() -> type.test(connection("0123456789012345678901234567890123456789")))
                .asInstanceOf(InstanceOfAssertFactories.type(ConnectionFailed.class))
                .satisfies(failed ->
                        assertThat(failed.reason()).isEqualTo(ConnectionFailed.Reason.DENIED));
        TestingConnections.put(connection(other), portal);
        assertFails(Code.UPSTREAM_DENIED, "git_pulls_list", Map.of("repo", REPO));
        TestingConnections.put(connection("wrong"), portal);
        assertFails(Code.UPSTREAM_DENIED, "git_issues_list", Map.of("repo", REPO));
        proxy.close();
        assertFails(Code.UPSTREAM_DOWN, "git_pulls_list", Map.of("repo", REPO));
    }

    private Connection connection(String secret) {
        return new Connection(
                new ConnectionId(id),
                "Forge",
                "gitea",
                space.id(),
                Map.of("url", "http://localhost:" + TestingPorts.GITEA),
                Map.of("token", secret));
    }

    private ToolAnswer call(String tool, Map<String, ?> arguments) {
        Map<String, Object> all = new HashMap<>(arguments);
        all.put("source", id);
        return calls.call(tool, all, reader);
    }

    private void assertFails(Code code, String tool, Map<String, ?> arguments) {
        assertThatThrownBy(() -> call(tool, arguments))
                .asInstanceOf(InstanceOfAssertFactories.type(ToolFailure.class))
                .satisfies(
                        failure -> assertThat(failure.code()).as(tool + arguments).isEqualTo(code));
    }
}
