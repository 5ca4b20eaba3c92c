package io.opslore.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

class IngestCommandTests {

    @TempDir private Path data;
    @TempDir private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private TestingApi api;

    @BeforeEach
    void start() throws IOException {
        api = new TestingApi("secret");
        Files.writeString(
                data.resolve("portal.json"),
                "{\"url\": \"%s\", \"token\": \"secret\"}".formatted(api.url()));
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void sendsAllVisibleFilesToTheRunningPortal() throws Exception {
        write("a.md", "# A");
        write("ночь/с пробелом.md", "# B");
        write(".git/config", "x");
        write(".hidden", "x");
        Files.createSymbolicLink(folder.resolve("link.md"), folder.resolve("a.md"));

        int code = run(folder.toString(), "--space", "Ops & co");

        assertThat(code).isZero();
        assertThat(api.received("Ops & co"))
                .containsOnlyKeys("a.md", "ночь/с пробелом.md")
                .containsEntry("a.md", "# A");
        assertThat(out())
                .contains("2 files in")
                .contains("2 new, 0 changed, 0 unchanged, 0 failed");
    }

    @Test
    void tellsNewFromChangedFromUnchanged() throws Exception {
        write("a.md", "# A");
        write("b.md", "# B");
        run(folder.toString(), "--space", "ops");
        write("b.md", "# Other");
        write("c.md", "# C");
        out.reset();

        run(folder.toString(), "--space", "ops");

        assertThat(out()).contains("1 new, 1 changed, 1 unchanged, 0 failed");
    }

    @Test
    void waitsAndNamesEveryFailure() throws Exception {
        write("a.md", "# A");
        write("broken.pdf", "broken");
        write("large.md", "x".repeat(2000));
        api.pendingPolls.set(2);
        api.failures.put("broken.pdf", "BROKEN");
        api.failures.put("of-somebody-else.md", "EMPTY");

        int code = run(folder.toString(), "--space", "ops");

        assertThat(code).isEqualTo(IngestCommand.INCOMPLETE);
        assertThat(api.pendingPolls).hasValue(0);
        assertThat(out())
                .contains("Failed: broken.pdf: broken: a detail")
                .contains("Failed: large.md: too large")
                .contains("2 failed")
                .doesNotContain("of-somebody-else");
    }

    @Test
    void takesAddressAndTokenFromTheCommandLine() throws Exception {
        Files.delete(data.resolve("portal.json"));
        write("a.md", "# A");

        int code =
                run(
                        folder.toString(),
                        "--space",
                        "ops",
                        "--url",
                        api.url() + "/",
                        "--token",
                        "secret");

        assertThat(code).isZero();
        assertThat(api.received("ops")).containsOnlyKeys("a.md");
    }

    @Test
    void takesTheTokenFromTheEnvironment() throws Exception {
        write("a.md", "# A");

        int code =
                command(Map.of("OPSLORE_TOKEN", "secret"))
                        .run(List.of(folder.toString(), "--space", "ops", "--url", api.url()));

        assertThat(code).isZero();
    }

    @Test
    void saysWhenTheTokenIsNotAccepted() throws Exception {
        write("a.md", "# A");

        int code = run(folder.toString(), "--space", "ops", "--url", api.url(), "--token", "wrong");

        assertThat(code).isEqualTo(IngestCommand.FAILED);
        assertThat(errors()).contains("does not accept the token");
        assertThat(api.received("ops")).isEmpty();
    }

    @Test
    void saysWhenNoPortalAnswersAtTheAddress() {
        api.close();

        int code = run(folder.toString(), "--space", "ops", "--url", api.url(), "--token", "t");

        assertThat(code).isEqualTo(IngestCommand.FAILED);
        assertThat(errors()).contains("No portal answers at " + api.url());
    }

    @Test
    void startsAPortalOfItsOwnWhereNoneRuns() throws Exception {
        Files.delete(data.resolve("portal.json"));

        assertThat(portalStarted(data)).isTrue();
    }

    @Test
    void startsAPortalOfItsOwnWhenOneWasKilled() {
        api.close();

        assertThat(portalStarted(data)).isTrue();
    }

    @Test
    void explainsItselfWhenNotUnderstood() {
        assertThat(run()).isEqualTo(IngestCommand.FAILED);
        assertThat(run(folder.toString())).isEqualTo(IngestCommand.FAILED);
        assertThat(run("no-such-folder", "--space", "x")).isEqualTo(IngestCommand.FAILED);
        assertThat(run(folder.toString(), "--space", "x", "--fast"))
                .isEqualTo(IngestCommand.FAILED);
        assertThat(errors()).contains("Usage: opslore ingest").contains("Not understood: --fast");
    }

    private boolean portalStarted(Path data) {
        var started = new AtomicBoolean();
        var command =
                new IngestCommand(
                        data,
                        Map.of(),
                        () -> {
                            started.set(true);
                            throw new IllegalStateException("Enough");
                        },
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(errors, true, StandardCharsets.UTF_8));
        int code = command.run(List.of(folder.toString(), "--space", "ops"));
        assertThat(code).isEqualTo(IngestCommand.FAILED);
        assertThat(errors()).contains("none could be started");
        return started.get();
    }

    private int run(String... arguments) {
        return command(Map.of()).run(List.of(arguments));
    }

    private IngestCommand command(Map<String, String> environment) {
        return new IngestCommand(
                data,
                environment,
                IngestCommandTests::noPortal,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8));
    }

    private static ConfigurableApplicationContext noPortal() {
        throw new AssertionError("A portal runs already");
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String errors() {
        return errors.toString(StandardCharsets.UTF_8);
    }
}
