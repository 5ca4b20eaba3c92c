package io.opslore.operations.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.NotAllowed;
import io.opslore.identity.Role;
import io.opslore.ingest.Intake;
import io.opslore.library.SpaceId;
import io.opslore.library.Spaces;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;

/** What somebody planted everywhere who would like to find it in the bundle. */
class SupportBundleTests extends PortalTest {

    private static final String PASSWORD = "Xk9qvT2mPw7zLr4b";

    @Autowired private SupportBundle bundle;
    @Autowired private Scrubbing scrubbing;
    @Autowired private Accounts accounts;
    @Autowired private Spaces spaces;
    @Autowired private Intake intake;
    @Autowired private JdbcTemplate jdbc;
    @TempDir private Path folder;

    private Asker admin;

    @BeforeEach
    void aDocument() throws Exception {
        admin = TestingAskers.with(accounts, Role.ADMIN);
        SpaceId space = spaces.create("Quaggaspace" + System.nanoTime(), "", admin).id();
        byte[] text =
                ("The numbat eats termites.\npassword: " + PASSWORD)
                        .getBytes(StandardCharsets.UTF_8);
        intake.accept(space, "okapi/axolotl-runbook.md", new ByteArrayInputStream(text), admin);
    }

    @Test
    void holdsNeitherSecretsNorTextsNorNames() throws Exception {
        Map<String, String> files = unzipped();

        assertThat(files)
                .containsOnlyKeys(
                        "about.txt",
                        "counts.txt",
                        "health.txt",
                        "log.txt",
                        "metrics.txt",
                        "settings.txt",
                        "threads.txt");
        files.forEach((name, content) ->
                assertThat(content)
                        .as(name)
                        .doesNotContainIgnoringCase("quaggaspace")
                        .doesNotContain(PASSWORD, "numbat", "okapi", "axolotl", admin.username()));
    }

    @Test
    void aLineOfTheLogLosesWhateverItNames() throws Exception {
        Path log = folder.resolve("opslore.json");
        Files.writeString(
                log,
                """
                {"@timestamp":"2026-01-01T00:00:00Z","log":{"level":"WARN","logger":"io.opslore.x.Y"},"message":"%s could not open okapi/axolotl-runbook.md in Quagga: 'The numbat' password=%s at https://a:b@host/x, 3 times","error":{"type":"java.io.IOException","stack_trace":"java.io.IOException: The numbat eats\\n\\tat io.opslore.x.Y.z(Y.java:7)\\nCaused by: java.lang.IllegalStateException: numbat\\n\\tat io.opslore.x.Z.z(Z.java:8)\\nthe numbat on a line of its own"}}
                no json, but a numbat
                """
                        .formatted(admin.username(), PASSWORD));

        String told = part(log).content();

        assertThat(told)
                .contains(
                        "WARN io.opslore.x.Y",
                        "could not open",
                        "3 times",
                        "\tat io.opslore.x.Y.z(Y.java:7)")
                .contains("java.lang.IllegalStateException", "\tat io.opslore.x.Z.z(Z.java:8)");
        assertThat(told)
                .doesNotContain(PASSWORD, "numbat", "okapi", "axolotl", "a:b", admin.username());
    }

    @Test
    void aLineThatAKilledPortalHasHalfWrittenCostsTheOthersNothing() throws Exception {
        Path log = folder.resolve("opslore.json");
        Files.write(log, new byte[] {'{', (byte) 0xd0, '\n'});
        Files.writeString(
                log,
                "{\"@timestamp\":\"2026-01-01T00:00:00Z\",\"message\":\"It is back\"}\n",
                StandardOpenOption.APPEND);

        assertThat(part(log).content())
                .contains("(a line that cannot be read)", "2026-01-01T00:00:00Z");
    }

    @Test
    void onlyThoseTakeItWhoMayAndItIsOnRecord() throws Exception {
        Asker reader = TestingAskers.with(accounts, Role.READER);

        assertThatThrownBy(() -> bundle.write(new ByteArrayOutputStream(), reader))
                .isInstanceOf(NotAllowed.class);
        unzipped();

        assertThat(
                        jdbc.queryForObject(
                                "select count(*) from audit_event where action = 'support.bundle' and actor_name = ?",
                                Integer.class,
                                admin.username()))
                .isEqualTo(1);
    }

    private LogPart part(Path log) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(
                        new MapPropertySource("log", Map.of("logging.file.name", log.toString())));
        return new LogPart(environment, scrubbing);
    }

    private Map<String, String> unzipped() throws Exception {
        var bytes = new ByteArrayOutputStream();
        bundle.write(bytes, admin);
        Map<String, String> files = new TreeMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
