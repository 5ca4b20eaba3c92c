package io.opslore.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The Compose files, held against their schema, the project's own rules and, where it is, Compose's
 * loader.
 */
class ComposeTests {

    private static final Path FOLDER = Path.of("docker");
    private static final Path FILE = FOLDER.resolve("compose.yaml");
    private static final Path REPLICAS = FOLDER.resolve("compose.replicas.yaml");
    private static final String PROFILES = "cpu,gpu,keycloak,monitoring,mcp";

    private final JsonNode compose = Yaml.read(FILE);

    @ParameterizedTest
    @ValueSource(strings = {"compose.yaml", "compose.replicas.yaml"})
    void followsTheSpecification(String file) {
        assertThat(errors(Yaml.read(FOLDER.resolve(file)))).isEmpty();
    }

    @Test
    void whatTheSpecificationDoesNotKnowIsRefused() {
        at("/services/portal").put("memory_limit", "3g");

        assertThat(errors(compose)).isNotEmpty();
    }

    @Test
    void keepsToTheProjectsRules() {
        assertThat(ComposePolicy.problems(compose)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/services/portal     | image       | \"opslore:latest\"            | has no pinned version",
                "/services/postgres   | image       | \"postgres\"                  | has no pinned version",
                "/services/qdrant     | healthcheck | null                          | is not probed",
                "/services/s3         | mem_limit   | null                          | has no mem_limit",
                "/services/portal     | read_only   | false                         | writes its root",
                "/services/grafana    | cap_drop    | [\"NET_RAW\"]                 | has capabilities",
                "/services/ollama     | privileged  | true                          | has privileged",
                "/services/ollama     | cap_add     | [\"SYS_ADMIN\"]               | has cap_add",
                "/services/keycloak   | security_opt| null                          | may gain privileges",
                "/services/portal     | tmpfs       | [\"/tmp:size=1g\"]         | cannot run what it unpacks",
                "/services/traefik    | ports       | [\"443:8443\"]             | has other ports inside",
                "/networks/edge/ipam | config      | [{\"subnet\": \"172.31.87.0/24\"}] | may find its address taken",
                "/services/traefik/networks | identity | {}                      | does not find the portal",
                "/services/portal     | ports       | [\"8080:8080\"]               | publishes a port",
                "/services/prometheus | networks    | [\"metrics\", \"data\"]       | data joins",
                "/services/portal     | networks    | [\"edge\", \"models\"]        | data joins",
                "/services/postgres   | network_mode| \"host\"                      | has network_mode",
                "/services/mcp-docs   | logging     | null                          | logs without end",
                "/services/portal/environment | OPSLORE_DATABASE_PASSWORD | \"x\" | has a secret in its environment",
                "/services/portal     | volumes     | [\"./secrets:/run/secrets\"]  | may write to ./secrets",
                "/services/portal     | volumes     | [\"/var/run/docker.sock:/var/run/docker.sock\"] | mounts /var/run/docker.sock",
                "/networks            | data        | {}                            | has a way out",
                "/secrets             | s3_secret   | {\"environment\": \"S3\"}     | is no file below secrets",
                "/secrets             | unused      | {\"file\": \"./secrets/unused\"} | secrets are",
            })
    void whatBreaksARuleIsFound(String where, String key, String value, String problem) {
        if (value.equals("null")) {
            at(where).remove(key);
        } else {
            at(where).set(key, JsonMapper.shared().readTree(value));
        }

        assertThat(ComposePolicy.problems(compose))
                .anySatisfy(found -> assertThat(found).contains(problem));
    }

    @Test
    void theRealLoaderTakesThemWithEveryProfile() throws Exception {
        Programs.require("compose-go", "no loader of Compose; .ci/manifests builds it");
        JsonNode one = loaded(FILE);
        JsonNode two = loaded(FILE, REPLICAS);

        assertThat(Yaml.keys(one.get("services")))
                .containsExactlyInAnyOrderElementsOf(Yaml.keys(compose.get("services")).toList());
        assertThat(two.at("/services/portal-2/volumes").toString()).contains("portal-2");
        assertThat(two.at("/services/portal-2/read_only").asBoolean()).isTrue();
        assertThat(two.at("/services/portal-2/secrets"))
                .isEqualTo(two.at("/services/portal/secrets"));
    }

    @Test
    void everySettingThereIsOne() {
        List<String> names = new ArrayList<>();
        for (JsonNode service : compose.get("services")) {
            if (service.get("image").asString().contains("OPSLORE_IMAGE")) {
                names.addAll(Yaml.keys(service.get("environment")).toList());
                service.get("secrets")
                        .valueStream()
                        .filter(JsonNode::isObject)
                        .forEach(each -> names.add(each.get("target").asString()));
            }
        }
        assertThat(names).hasSizeGreaterThan(30);
        assertThat(new KnownSettings().unknown(names)).isEmpty();
        assertThat(new KnownSettings().unknown(List.of("OPSLORE_DATABSE_URL"))).hasSize(1);
    }

    @Test
    void theExampleOfSettingsExplainsExactlyWhatIsRead() {
        Map<String, String> explained = new TreeMap<>();
        String before = "";
        for (String line : Yaml.text(FOLDER.resolve(".env.example")).lines().toList()) {
            var setting = Pattern.compile("([A-Z_]+)=(.*)").matcher(line);
            if (setting.matches()) {
                assertThat(before)
                        .as("the line before " + line)
                        .startsWithIgnoringCase("#")
                        .isNotBlank();
                explained.put(setting.group(1), setting.group(2));
            }
            // A few that belong together are explained together.
            before = line.isBlank() || line.startsWith("#") ? line : before;
        }
        Map<String, String> read = ComposePolicy.variables(Yaml.text(FILE));
        read.put("COMPOSE_PROFILES", "cpu");

        assertThat(explained).isEqualTo(read);
    }

    @Test
    void whatIsMountedIsThereOrMadeAndEachSecretIsMadeOnce(@TempDir Path folder) throws Exception {
        Path secrets = folder.resolve("secrets");
        Programs.run(
                "sh",
                FOLDER.resolve("make-secrets").toAbsolutePath().toString(),
                secrets.toString());
        Path key = secrets.resolve("secret_key");
        String first = Files.readString(key);
        Programs.run(
                "sh",
                FOLDER.resolve("make-secrets").toAbsolutePath().toString(),
                secrets.toString());

        assertThat(Files.readString(key)).isEqualTo(first);
        assertThat(java.util.Base64.getDecoder().decode(first)).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                .isEqualTo("rwx------");
        assertThat(Yaml.keys(compose.get("secrets")).map(secrets::resolve))
                .allMatch(Files::isReadable);
        assertThat(mounts()).isNotEmpty().allMatch(mount -> Files.exists(FOLDER.resolve(mount)));
    }

    @Test
    void theExampleRealmHoldsNoSecretAndKnowsThePortal() {
        String realm = Yaml.text(FOLDER.resolve("keycloak/opslore-realm.json"));
        JsonNode client = JsonMapper.shared().readTree(realm).at("/clients/0");

        assertThat(client.get("secret").asString()).isEqualTo("${OPSLORE_CLIENT_SECRET}");
        assertThat(realm).doesNotContain("\"credentials\"").doesNotContain("\"value\"");
        String keycloak = compose.at("/services/keycloak").toString();
        assertThat(ComposePolicy.variables(realm).keySet()).allMatch(keycloak::contains);
        assertThat(Yaml.texts(client.get("redirectUris")))
                .containsExactly("${OPSLORE_PORTAL_URL}/login/oauth2/code/keycloak");
    }

    private Stream<String> mounts() {
        return compose.get("services")
                .valueStream()
                .flatMap(service -> Yaml.texts(service.path("volumes")).stream())
                .filter(volume -> volume.startsWith("./"))
                .map(volume -> volume.substring(0, volume.indexOf(':')));
    }

    private static JsonNode loaded(Path... files) throws Exception {
        var command = new ArrayList<>(List.of(Programs.find("compose-go").orElseThrow()));
        Stream.of(files).map(file -> file.getFileName().toString()).forEach(command::add);
        String all =
                Programs.run(
                        FOLDER,
                        Map.of("COMPOSE_PROFILES", PROFILES),
                        command.toArray(String[]::new));
        return Yaml.all(all).getFirst();
    }

    private ObjectNode at(String where) {
        return (ObjectNode) compose.at(where);
    }

    private static List<Error> errors(JsonNode file) {
        try (InputStream json =
                ComposeTests.class.getResourceAsStream("/deployment/compose-spec.json")) {
            Schema schema =
                    SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(JsonMapper.shared().readTree(json));
            return schema.validate(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
