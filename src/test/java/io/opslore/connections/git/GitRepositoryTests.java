package io.opslore.connections.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.connections.ConnectionId;
import io.opslore.connections.git.FileChange.Kind;
import io.opslore.connections.git.GitRepository.CodeQuery;
import io.opslore.connections.git.GitRepository.DiffQuery;
import io.opslore.outbound.Reach;
import io.opslore.outbound.TestingOutbound;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** With Git's own server program and real repositories. */
class GitRepositoryTests {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String DEPLOY = "kind: Deployment\nname: api\nimage: api:1\nport: 80\n";

    @TempDir private Path folder;
    private TestingGitServer server;
    private TestingWork work;
    private Mirrors mirrors;
    private GitRepositories repositories;

    @BeforeEach
    void serve() {
        server = new TestingGitServer(folder);
        work = new TestingWork(folder, "shop");
        mirrors = mirrors(server.hostAndPort());
        repositories = new GitRepositories(mirrors);
        work.write("deploy/api.yaml", DEPLOY).write("README.md", "# Shop\n");
        work.commit("Anna", "Begin\n\nWith a deployment.");
        work.push();
    }

    @AfterEach
    void leave() {
        server.close();
    }

    @Test
    void namesBranchesAndTagsAndTheDefaultFirst() {
        work.git("branch", "fix/42");
        work.git("tag", "-m", "First", "v1.0");
        work.git("-c", "user.name=A", "-c", "user.email=a@e", "tag", "light");
        work.push();

        try (GitRepository repository = now()) {
            assertThat(repository.refs())
                    .extracting(ref -> ref.kind() + " " + ref.name() + " " + ref.isDefault())
                    .containsExactly(
                            "BRANCH main true",
                            "BRANCH fix/42 false",
                            "TAG light false",
                            "TAG v1.0 false");
            assertThat(repository.resolve("v1.0")).isEqualTo(repository.resolve("main"));
            assertThat(repository.resolve("HEAD")).isEqualTo(repository.resolve("fix/42"));
        }
    }

    @Test
    void readsWhatACommitHoldsWhateverComesLater() {
        String first = work.git("rev-parse", "HEAD");
        work.write("deploy/api.yaml", "kind: Job\n").commit("Boris", "Change");
        work.push();

        try (GitRepository repository = now()) {
            CommitId before = repository.resolve(first.substring(0, 10));
            assertThat(before.value()).isEqualTo(first);
            assertThat(repository.file(before, "deploy/api.yaml", 1_000).text()).isEqualTo(DEPLOY);
            assertThat(repository.file(head(repository), "/deploy/api.yaml", 1_000).text())
                    .isEqualTo("kind: Job\n");
            assertThat(repository.resolve("main~1")).isEqualTo(before);
            assertThat(repository.commit(before))
                    .satisfies(commit -> {
                        assertThat(commit.author()).isEqualTo("Anna");
                        assertThat(commit.time()).isEqualTo(Instant.parse("2026-03-04T05:06:07Z"));
                        assertThat(commit.message()).contains("With a deployment");
                        assertThat(commit.subject()).isEqualTo("Begin");
                    });
        }
    }

    @Test
    void listsTreesByDepth() {
        work.write("a/b/c/deep.txt", "x").write("a/top.txt", "12345").commit("Anna", "Deep");
        work.push();

        try (GitRepository repository = now()) {
            CommitId head = head(repository);
            assertThat(repository.tree(head, "", 1, 100))
                    .extracting(entry -> entry.kind() + " " + entry.path())
                    .containsExactly("FILE README.md", "FOLDER a", "FOLDER deploy");
            assertThat(repository.tree(head, "a", 2, 100))
                    .extracting(TreeEntry::path)
                    .containsExactly("a/b", "a/b/c", "a/top.txt");
            assertThat(repository.tree(head, "", 9, 3)).hasSize(3);
            assertThat(repository.files(head))
                    .extracting(entry -> entry.path() + " " + entry.bytes())
                    .contains("a/b/c/deep.txt 1", "a/top.txt 5");
            assertFails(Reason.NOT_FOUND, () -> repository.tree(head, "none", 1, 10));
        }
    }

    @Test
    void tellsChangesWithRenamesAndWhoTouchedFilesLast() {
        String before = work.git("rev-parse", "HEAD");
        work.git("mv", "deploy/api.yaml", "deploy/сервис.yaml");
        work.write("deploy/сервис.yaml", DEPLOY + "replicas: 2\n").write("new.txt", "new\n");
        work.git("rm", "-q", "README.md");
        String after = work.commit("Борис", "Переименовать");
        work.push();

        try (GitRepository repository = now()) {
            List<FileChange> changes =
                    repository.changes(new CommitId(before), new CommitId(after));
            assertThat(changes)
                    .extracting(one -> one.kind() + " " + one.oldPath() + ">" + one.newPath())
                    .containsExactlyInAnyOrder(
                            Kind.DELETED + " README.md>",
                            Kind.RENAMED + " deploy/api.yaml>deploy/сервис.yaml",
                            Kind.ADDED + " >new.txt");
            assertThat(changes)
                    .filteredOn(one -> one.kind() == Kind.ADDED)
                    .extracting(FileChange::blob)
                    .containsExactly(work.git("rev-parse", "HEAD:new.txt"));
            assertThat(repository.changes(new CommitId(after))).hasSize(3);
            Map<String, GitCommit> last =
                    repository.lastCommits(
                            new CommitId(before), List.of("README.md", "deploy/api.yaml", "no"));
            assertThat(last.keySet()).containsOnly("README.md", "deploy/api.yaml");
            assertThat(last.get("README.md").author()).isEqualTo("Anna");
            assertThat(
                            repository
                                    .lastCommits(new CommitId(after), List.of("deploy/сервис.yaml"))
                                    .get("deploy/сервис.yaml")
                                    .author())
                    .isEqualTo("Борис");
        }
    }

    @Test
    void aMergeTouchedOnlyWhatItChangedItself() {
        work.git("checkout", "-q", "-b", "side");
        work.write("side.txt", "side\n").commit("Sasha", "Side");
        work.git("checkout", "-q", "main");
        work.write("main.txt", "main\n").commit("Masha", "Main");
        work.git("-c", "user.name=M", "-c", "user.email=m@e", "merge", "-q", "-m", "Merge", "side");
        work.push();

        try (GitRepository repository = now()) {
            CommitId head = head(repository);
            assertThat(repository.commit(head).parents()).hasSize(2);
            Map<String, GitCommit> last =
                    repository.lastCommits(head, List.of("side.txt", "main.txt"));
            assertThat(last.get("side.txt").author()).isEqualTo("Sasha");
            assertThat(last.get("main.txt").author()).isEqualTo("Masha");
            assertThat(
                            repository.mergeBase(
                                    repository.resolve("main~1"), repository.resolve("side")))
                    .contains(repository.resolve("main~2"));
        }
    }

    @Test
    void tellsTheLinesBetweenAnyTwoCommits() {
        String before = work.git("rev-parse", "HEAD");
        work.write("deploy/api.yaml", DEPLOY.replace("api:1", "api:2"));
        work.write("logo.png", new byte[] {1, 0, 2, 0, 3});
        String after = work.commit("Anna", "Image");
        work.push();

        try (GitRepository repository = now()) {
            List<FileDiff> diff =
                    repository.diff(
                            new DiffQuery(
                                    Optional.of(new CommitId(before)),
                                    new CommitId(after),
                                    "",
                                    1,
                                    0,
                                    20,
                                    4_000),
                            Sight.PLAIN);
            assertThat(diff).hasSize(2);
            assertThat(diff.getFirst().hunks())
                    .containsExactly(
                            new FileDiff.Hunk(
                                    "@@ -2,3 +2,3 @@",
                                    " name: api\n-image: api:1\n+image: api:2\n port: 80"));
            assertThat(diff.getLast().binary()).isTrue();
            assertThat(diff.getLast().hunks()).isEmpty();
        }
    }

    @Test
    void blamesThroughRenames() {
        work.git("mv", "deploy/api.yaml", "deploy/web.yaml");
        work.commit("Boris", "Rename");
        work.write("deploy/web.yaml", DEPLOY.replace("port: 80", "port: 81"));
        work.commit("Vera", "Port");
        work.push();

        try (GitRepository repository = now()) {
            List<BlamedLine> lines =
                    repository.blame(head(repository), "deploy/web.yaml", 3, 99, Sight.PLAIN);
            assertThat(lines)
                    .extracting(line -> line.number() + " " + line.author() + " " + line.path())
                    .containsExactly("3 Anna deploy/api.yaml", "4 Vera deploy/web.yaml");
        }
    }

    @Test
    void tellsTheLogOfAFileThroughRenamesAndOfAFolder() {
        work.git("mv", "deploy/api.yaml", "deploy/web.yaml");
        work.commit("Boris", "Rename");
        work.write("README.md", "# New\n").commit("Vera", "Read me");
        work.push();

        try (GitRepository repository = now()) {
            CommitId head = head(repository);
            assertThat(log(repository, head, "", 0)).containsExactly("Read me", "Rename", "Begin");
            assertThat(log(repository, head, "deploy/web.yaml", 0))
                    .containsExactly("Rename", "Begin");
            assertThat(log(repository, head, "deploy", 1)).containsExactly("Begin");
        }
    }

    @Test
    void findsLinesByPatternAndGlob() {
        work.write("app/Main.java", "class Main {\n  // api\n}\n");
        work.write("logo.png", new byte[] {'a', 'p', 'i', 0}).commit("Anna", "Code");
        work.push();

        try (GitRepository repository = now()) {
            assertThat(find(repository, "API", "").hits())
                    .extracting(hit -> hit.path() + ":" + hit.line())
                    .containsExactly("app/Main.java:2", "deploy/api.yaml:2", "deploy/api.yaml:3");
            assertThat(find(repository, "api", "*.java").hits()).hasSize(1);
            assertThat(find(repository, "api", "deploy/**").complete()).isTrue();
            assertFails(Reason.UNFIT, () -> find(repository, "(?=x)", ""));
        }
    }

    @Test
    void followsWhatIsRewrittenAndDeletedAtTheServer() {
        work.git("branch", "gone");
        work.push();
        String before;
        try (GitRepository repository = now()) {
            before = repository.resolve("gone").value();
        }
        work.git("branch", "-D", "gone");
        work.git(
                "commit",
                "-q",
                "--amend",
                "--no-verify",
                "-m",
                "Otherwise",
                "--author",
                "Anna <a@e>");
        work.push();

        try (GitRepository repository = now()) {
            assertFails(Reason.NOT_FOUND, () -> repository.resolve("gone"));
            assertThat(repository.commit(head(repository)).subject()).isEqualTo("Otherwise");
            assertThat(repository.commit(new CommitId(before)).subject()).isEqualTo("Begin");
            assertFails(
                    Reason.NOT_FOUND,
                    () ->
                            repository.changes(
                                    new CommitId("0123456789012345678901234567890123456789"),
                                    head(repository)));
        }
    }

    @Test
    void isReadAgainOnlyWhenItIsOldOrAskedTo() {
        now().close();
        int asked = server.requests().size();

        repositories.open(remote("")).close();
        assertThat(server.requests()).hasSize(asked);
        now().close();
        assertThat(server.requests().size()).isGreaterThan(asked);
    }

    @Test
    void asksForNothingButWhatAFetchIs() {
        now().close();
        work.write("more.txt", "more").commit("Anna", "More");
        work.push();
        now().close();
        mirrors.greeting(remote(""));

        System.out.println("git: asked " + server.requests());
        assertThat(server.requests())
                .isNotEmpty()
                .allMatch(one ->
                        one.equals("GET git-upload-pack") || one.equals("POST git-upload-pack"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/info/refs?service=git-receive-pack",
        "POST,/git-receive-pack",
        "POST,/info/refs?service=git-upload-pack",
        "GET,/info/refs",
        "GET,/HEAD",
        "GET,/objects/info/packs",
        "PUT,/git-upload-pack",
        "DELETE,/git-upload-pack",
        "POST,/../other.git/git-upload-pack",
        "POST,x/git-upload-pack"
    })
    void makesNoOtherRequest(String method, String path) throws Exception {
        var requests =
                TestingOutbound.allowing(server.hostAndPort()).requests(new Reach(true, LONG));
        try (var connections = new ReadingConnections(remote(""), requests)) {
            HttpConnection connection =
                    connections.create(URI.create(server.address("shop.git") + path).toURL());
            connection.setRequestMethod(method);
            assertThatThrownBy(connection::getResponseCode)
                    .isInstanceOf(ReadingConnections.NotReading.class);
        }
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void whoCannotWaitComesBackAndTheFetchGoesOn() throws Exception {
        var opened = new CountDownLatch(1);
        server.holdUntil(opened);
        assertFails(Reason.TIMEOUT, () -> repositories.refresh(remote(""), Duration.ofMillis(200)));
        opened.countDown();
        // Waits for that fetch, and makes none of its own.
        repositories.open(remote("")).close();
        assertThat(server.requests()).containsOnlyOnce("GET git-upload-pack");
    }

    @Test
    void oneFetchServesAllWhoWantIt() throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<CommitId>> calls =
                    Collections.nCopies(
                            20,
                            () -> {
                                try (GitRepository repository = repositories.open(remote(""))) {
                                    return head(repository);
                                }
                            });
            for (Future<CommitId> call : callers.invokeAll(calls)) {
                assertThat(call.get().value()).isEqualTo(work.git("rev-parse", "HEAD"));
            }
        }
        assertThat(server.requests()).containsOnlyOnce("GET git-upload-pack");
    }

    @Test
    void needsTheTokenThatTheServerWants() {
        server.require("s3cr3t");

        assertFails(Reason.DENIED, () -> open(remote("")));
        assertFails(Reason.DENIED, () -> open(remote("wrong")));
        open(remote("s3cr3t")).close();
        assertThat(mirrors.greeting(remote("s3cr3t"))).isEqualTo("1 branches, 0 tags");
    }

    @Test
    void keepsATokenToItself() throws Exception {
        server.require("s3cr3t");
        open(remote("s3cr3t")).close();

        assertThat(remote("s3cr3t").toString()).doesNotContain("s3cr3t");
        try (var files = Files.walk(folder.resolve("mirrors"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .noneMatch(GitRepositoryTests::holdsTheToken);
        }
    }

    @Test
    void doesNotFollowARepositoryElsewhere() {
        GitRemote moved = remote(server.address("moved/shop.git"), "", List.of());

        assertFails(Reason.UNFIT, () -> open(moved));
        assertFails(Reason.UNFIT, () -> mirrors.greeting(moved));
    }

    @Test
    void saysWhereThereIsNone() {
        assertFails(
                Reason.NOT_FOUND, () -> open(remote(server.address("none.git"), "", List.of())));
        URI address = server.address("shop.git");
        server.close();
        assertFails(Reason.DOWN, () -> open(remote(address, "", List.of())));
    }

    @Test
    void goesNowhereThatIsDenied() {
        var guarded = new GitRepositories(mirrors("other.example:1"));

        assertFails(Reason.UNFIT, () -> guarded.refresh(remote(""), LONG));
        assertFails(Reason.UNFIT, () -> guarded.refresh(remote("token"), LONG));
        for (String address : List.of("file:///etc", "ssh://git@host/x", "git://host/x", "/etc")) {
            GitRemote remote = remote(URI.create(address), "", List.of());
            assertFails(Reason.UNFIT, () -> mirrors.check(remote));
            assertFails(Reason.UNFIT, () -> open(remote));
        }
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void mirrorsOnlyTheBranchesThatAreMeant() {
        work.git("branch", "release/1");
        work.git("branch", "secret/plan");
        work.push();

        try (GitRepository repository =
                open(remote(server.address("shop.git"), "", List.of("main", "release/*")))) {
            assertThat(repository.refs())
                    .extracting(GitRef::name)
                    .containsExactly("main", "release/1");
        }
    }

    @Test
    void anEmptyRepositoryHasNoHead() {
        new TestingWork(folder, "empty");

        try (GitRepository repository = open(remote(server.address("empty.git"), "", List.of()))) {
            assertThat(repository.head()).isEmpty();
            assertThat(repository.refs()).isEmpty();
        }
    }

    @Test
    void forgetsWhatIsConnectedNoLonger() {
        now().close();
        assertThat(folder.resolve("mirrors/shop")).exists();

        mirrors.forget(new ConnectionId("shop"));

        assertThat(folder.resolve("mirrors/shop")).doesNotExist();
        now().close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-rf",
                "--upload-pack=x",
                "main..side",
                "main:README.md",
                "@{-1}",
                "a b",
                "refs/../../x",
                "main@{yesterday}",
                "$(id)",
                ":/Begin",
                "a\nb"
            })
    void refusesWhatIsNoNameOfACommit(String ref) {
        try (GitRepository repository = now()) {
            assertFails(Reason.UNFIT, () -> repository.resolve(ref));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "a/../../b", "..", "a/..", "a//b", "./../x", "a/./b"})
    void refusesPathsThatClimb(String path) {
        try (GitRepository repository = now()) {
            CommitId head = head(repository);
            assertFails(Reason.UNFIT, () -> repository.file(head, path, 10));
            assertFails(Reason.UNFIT, () -> repository.tree(head, path, 1, 10));
            assertFails(Reason.UNFIT, () -> repository.blame(head, path, 1, 10, Sight.PLAIN));
            assertFails(Reason.UNFIT, () -> log(repository, head, path, 0));
        }
    }

    @Test
    void refusesWhatIsTooLargeOrNoFile() {
        work.write("big.txt", "x".repeat(5_000)).commit("Anna", "Big");
        work.push();

        try (GitRepository repository = now()) {
            CommitId head = head(repository);
            assertFails(Reason.TOO_WIDE, () -> repository.file(head, "big.txt", 4_999));
            assertFails(Reason.UNSUPPORTED, () -> repository.file(head, "deploy", 10));
            assertFails(Reason.NOT_FOUND, () -> repository.file(head, "none.txt", 10));
        }
    }

    private GitRepository now() {
        return open(remote(""));
    }

    private GitRepository open(GitRemote remote) {
        return repositories.refresh(remote, LONG);
    }

    private GitRemote remote(String token) {
        return remote(server.address("shop.git"), token, List.of());
    }

    private static GitRemote remote(URI address, String token, List<String> branches) {
        return new GitRemote("shop", "Shop", address, "", token, branches, false);
    }

    private Mirrors mirrors(String allowed) {
        return new Mirrors(
                new GitSettings(
                        folder.resolve("mirrors"),
                        Duration.ofMinutes(1),
                        LONG,
                        LONG,
                        DataSize.ofMegabytes(50)),
                TestingOutbound.allowing(allowed));
    }

    private static CommitId head(GitRepository repository) {
        return repository.head().orElseThrow();
    }

    private static List<String> log(
            GitRepository repository, CommitId from, String path, int skip) {
        return repository.log(new LogQuery(from, path, null, null, skip, 50)).stream()
                .map(GitCommit::subject)
                .toList();
    }

    private static CodeHits find(GitRepository repository, String pattern, String glob) {
        return repository.search(
                head(repository),
                new CodeQuery(pattern, true, glob, 50, Duration.ofSeconds(5)),
                Sight.PLAIN);
    }

    private static boolean holdsTheToken(Path file) {
        try {
            return new String(
                            Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1)
                    .contains("s3cr3t");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void assertFails(
            Reason reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(InstanceOfAssertFactories.type(ConnectionFailed.class))
                .satisfies(failed -> {
                    assertThat(failed.reason()).isEqualTo(reason);
                    assertThat(failed.getMessage() + failed.suggestion())
                            .doesNotContain("s3cr3t", "Exception", "localhost");
                });
    }
}
