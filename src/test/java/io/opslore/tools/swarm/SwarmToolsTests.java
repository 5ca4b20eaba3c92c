package io.opslore.tools.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionId;
import io.opslore.connections.TestingConnections;
import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.ingest.Intake;
import io.opslore.library.DocumentId;
import io.opslore.library.Documents;
import io.opslore.library.Space;
import io.opslore.library.SpaceAccess;
import io.opslore.library.Spaces;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import io.opslore.testing.TestingSwarm;
import io.opslore.tools.ToolAnswer;
import io.opslore.tools.ToolCalls;
import io.opslore.tools.ToolFailure;
import io.opslore.tools.ToolFailure.Code;
import io.opslore.tools.ToolInfo;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every tool of the swarm against a real engine, as a reader of the space. */
class SwarmToolsTests extends PortalTest {

    private static final String PLANTED = "Planted";

    @Autowired private ToolCalls calls;
    @Autowired private Accounts accounts;
    @Autowired private Spaces spaces;
    @Autowired private SpaceAccess access;
    @Autowired private Intake intake;
    @Autowired private Documents documents;
    @Autowired private ApplicationContext portal;

    private final String id = "swarm-" + UUID.randomUUID().toString().substring(0, 8);
    private TestingSwarm swarm;
    private Asker admin;
    private Asker reader;
    private Space space;

    @BeforeEach
    void connect() {
        swarm = TestingSwarm.running();
        admin = TestingAskers.with(accounts, Role.ADMIN);
        reader = TestingAskers.with(accounts, Role.READER);
        space = spaces.create("Swarm " + id, "", admin);
        put("unix://" + TestingSwarm.socket(), Map.of());
    }

    @AfterEach
    void forget() {
        if (space != null) {
            TestingConnections.remove(new ConnectionId(id), portal);
            // Other tests search the same knowledge base.
            access.set(space.id(), List.of(), admin);
        }
    }

    @Test
    void listsWhatThereIs() {
        assertThat(row(call("swarm_stacks_list"), "stack", "shop"))
                .containsEntry("services", List.of("shop_api", "shop_silent", "shop_terminal"))
                .containsEntry("desiredTasks", 4L);
        assertThat(call("swarm_nodes_list").items())
                .singleElement()
                .satisfies(node ->
                        assertThat(node)
                                .containsEntry("role", "manager, leader")
                                .containsEntry("state", "ready"));
        assertThat(row(call("swarm_services_list", Map.of("stack", "shop")), "service", "shop_api"))
                .containsEntry("mode", "replicated")
                .containsEntry("desiredTasks", 2L);
        assertThat(row(call("swarm_versions_list"), "service", "shop_terminal"))
                .containsEntry("image", "127.0.0.1:1/shop/api")
                .containsEntry("tag", "1.0");
        assertThat((String) row(call("swarm_configs_list"), "name", "shop_app").get("usedBy"))
                .contains("shop_api");
        assertThat((String) row(call("swarm_secrets_list"), "name", "shop_key").get("usedBy"))
                .contains("shop_api");
        assertThat(call("swarm_tasks_list", Map.of("service", "shop_api")).items())
                .allSatisfy(task -> assertThat(task).containsKeys("task", "state", "since"));
    }

    @Test
    void tellsAServiceInFullButNoSecret() {
        ToolAnswer answer = call("swarm_service_get", Map.of("service", "shop_api"));

        String told = answer.items().toString();
        assertThat(told)
                .contains("DB_PASSWORD=«secret:", "LOG_LEVEL=info", "node.role==manager")
                .contains("cpus=0.5", "memory=64m", "interval=1m30s", "source=data")
                .doesNotContain(PLANTED);
        assertThat(answer.version()).startsWith("version ");
    }

    @Test
    void tellsTheLastLinesOverAllTasks() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> logs(Map.of("tail", 30)).items().size() == 30);
        ToolAnswer some = logs(Map.of("tail", 7));

        assertThat(some.items()).hasSize(7);
        assertThat(some.items()).extracting(line -> line.get("task")).doesNotContain("");
        assertThat(some.items()).extracting(line -> (String) line.get("at")).isSorted();
        assertThat(some.truncated()).isTrue();
        assertThat(some.items().toString()).contains("password=«secret:").doesNotContain(PLANTED);
        String last = (String) some.items().getLast().get("text");
        String lately = last.substring(0, last.indexOf("password"));
        assertThat(logs(Map.of("grep", lately.toUpperCase(Locale.ROOT), "tail", 200)).items())
                .isNotEmpty()
                .allSatisfy(line -> assertThat((String) line.get("text")).startsWith(lately));
        assertThat(logs(Map.of("stream", "stderr")).items()).isEmpty();
        assertThat(logs(Map.of("since", "2099-01-01T00:00:00Z")).items()).isEmpty();
        assertThat(call("swarm_service_logs", Map.of("service", "shop_terminal")).items())
                .extracting(line -> line.get("text"))
                .contains("hello from a terminal");
    }

    @Test
    void saysWhichDriverKeepsLogsToItself() {
        assertFails(
                Code.UNSUPPORTED, "'none'", "swarm_service_logs", Map.of("service", "shop_silent"));
    }

    @Test
    void followsARolloutThatFailsToItsCause() {
        swarm.docker(
                "service",
                "update",
                "--detach",
                "--no-resolve-image",
                "--env-add",
                "LOG_LEVEL=debug",
                "--env-add",
                "DB_PASSWORD=Planted10New9x",
                "--args",
                "sh -c 'exit 3'",
                "shop_terminal");
        await().atMost(Duration.ofSeconds(90))
                .until(() -> rollout("shop_terminal").toString().contains("update=paused"));

        List<Map<String, Object>> rows = rollout("shop_terminal");

        assertThat(rows.toString()).doesNotContain(PLANTED);
        assertThat(rows)
                .anySatisfy(row ->
                        assertThat(row)
                                .containsEntry("is", "change")
                                .containsEntry("path", "environment.LOG_LEVEL")
                                .containsEntry("current", "debug"))
                .anySatisfy(row ->
                        assertThat(row)
                                .containsEntry("is", "failure")
                                .containsEntry("exitCode", 3));
        assertThat(
                        call(
                                        "swarm_tasks_list",
                                        Map.of("service", "shop_terminal", "state", "failed"))
                                .items())
                .isNotEmpty();
        swarm.docker("service", "rollback", "--detach", "shop_terminal");
        await().atMost(Duration.ofSeconds(90)).until(() -> swarm.running("shop_terminal") == 1);
    }

    @Test
    void rebuildsAComposeFileThatTheEngineTakes(@TempDir Path folder) throws Exception {
        String rebuilt = compose("shop");

        assertThat(rebuilt)
                .startsWith("# Rebuilt from the running stack shop")
                .contains("PRICE: $$5", "SWITCH: 'yes'", "external: true")
                .doesNotContain(PLANTED);
        Path file = Files.writeString(folder.resolve("rebuilt.yaml"), rebuilt);
        swarm.deploy(file, "again");
        assertThat(withoutNames(compose("again"))).isEqualTo(withoutNames(rebuilt));
        swarm.docker("stack", "rm", "again");
    }

    @Test
    void tellsWhereWhatRunsIsNotWhatIsDeclared() throws Exception {
        String declared = Files.readString(Path.of("src/test/resources/swarm/shop.yaml"));
        String same = stored("shop/docker-compose.yml", declared);
        String other =
                stored(
                        "shop/other.yml",
                        declared.replace("api:1.0", "api:0.9")
                                .replace("Planted4Env9x", "PlantedOther9x")
                                .replace("memory: 64M", "memory: 32M")
                                .replace("LOG_LEVEL: info", "LOG_LEVEL: ${LEVEL}")
                                .replace("  silent:", "  absent:"));

        ToolAnswer none = diff(same);
        assertThat(none.items()).isEmpty();
        assertThat(none.hint()).contains("is what the document declares");
        ToolAnswer some = diff(other);
        assertThat(some.items().toString())
                .contains("path=image, declared=127.0.0.1:1/shop/api:0.9")
                .contains("path=deploy.resources.limits.memory, declared=32m, running=64m")
                .contains("path=environment.DB_PASSWORD", "unknown: declared by a variable")
                .contains("service=absent", "service=silent")
                .doesNotContain(PLANTED);
        assertFails(
                Code.NOT_FOUND,
                "Nothing of that name",
                "swarm_compose_diff",
                Map.of("stack", "shop", "document", UUID.randomUUID().toString()));
    }

    @Test
    void asksNothingButToRead() throws Exception {
        String document =
                stored(
                        "shop/walk.yml",
                        Files.readString(Path.of("src/test/resources/swarm/shop.yaml")));
        List<String> crafted =
                List.of(
                        "shop_api",
                        "../services/create",
                        "shop_api/update?version=1",
                        "shop_api HTTP/1.1\r\nPOST /swarm/leave?force=1",
                        "%2e%2e/swarm/leave",
                        "shop_api#DELETE",
                        "{\"method\":\"DELETE\"}");
        int before = swarm.requests().size();
        int made = 0;
        int told = 0;
        List<ToolInfo> tools =
                calls.tools().stream().filter(tool -> tool.server().equals("swarm")).toList();
        assertThat(tools).hasSize(12);
        for (ToolInfo tool : tools) {
            for (String text : crafted) {
                try {
                    String answer =
                            calls.call(tool.name(), arguments(tool, text, document), reader)
                                    .toString();
                    told++;
                    assertThat(answer).doesNotContain(PLANTED);
                } catch (ToolFailure refused) {
                    assertThat(refused.code()).isNotEqualTo(Code.INTERNAL);
                }
                made++;
            }
        }
        Map<String, Long> verbs =
                swarm.requests().subList(before, swarm.requests().size()).stream()
                        .collect(
                                Collectors.groupingBy(
                                        line -> line.substring(0, line.indexOf(' ')),
                                        Collectors.counting()));
        System.out.printf("swarm: %d calls, %d answered, verbs %s%n", made, told, verbs);
        assertThat(verbs.keySet()).containsExactly("GET");
        assertThat(told).isGreaterThan(tools.size());
    }

    @Test
    void knowsNothingOfOtherEngines() {
        assertFails(Code.NOT_FOUND, "", "swarm_service_get", Map.of("service", "absent"));
        assertFails(
                Code.NOT_FOUND, "no such stack", "swarm_compose_get", Map.of("stack", "absent"));
        assertThatThrownBy(() ->
                        calls.call(
                                "swarm_nodes_list",
                                Map.of("source", "unix:///var/run/docker.sock"),
                                reader))
                .isInstanceOf(ToolFailure.class);
    }

    @Test
    void showsItsCertificateToAnEngineAcrossTheNetwork() throws Exception {
        String pem = Files.readString(swarm.certificate().certificate());
        String key = Files.readString(swarm.certificate().key());

        put("https://" + TestingSwarm.hostAndPort(), Map.of("ca", pem, "cert", pem, "key", key));
        assertThat(call("swarm_nodes_list").items()).hasSize(1);
        put("tcp://" + TestingSwarm.hostAndPort(), Map.of("ca", pem, "cert", pem, "key", key));
        assertThat(call("swarm_services_list").items()).isNotEmpty();
        put("https://" + TestingSwarm.hostAndPort(), Map.of("ca", pem));
        assertFails(Code.UPSTREAM_DOWN, "does not answer", "swarm_nodes_list", Map.of());
        put("https://" + TestingSwarm.hostAndPort(), Map.of());
        assertFails(Code.UPSTREAM_DOWN, "does not answer", "swarm_nodes_list", Map.of());
        put("https://169.254.169.254:2376", Map.of());
        assertFails(Code.UPSTREAM_DENIED, "denied network", "swarm_nodes_list", Map.of());
        put("unix:///var/run/docker.sock", Map.of());
        assertFails(Code.INVALID_ARGUMENT, "Unix socket", "swarm_nodes_list", Map.of());
    }

    private void put(String host, Map<String, String> secrets) {
        TestingConnections.put(
                new Connection(
                        new ConnectionId(id),
                        "The shop",
                        "swarm",
                        space.id(),
                        Map.of("host", host),
                        secrets),
                portal);
    }

    private Map<String, Object> arguments(ToolInfo tool, String text, String document) {
        Map<String, Object> arguments = new HashMap<>();
        tool.parameters().stream()
                .filter(parameter -> parameter.required() || parameter.name().equals("config"))
                .forEach(parameter ->
                        arguments.put(
                                parameter.name(),
                                switch (parameter.name()) {
                                    case "stack" -> text.equals("shop_api") ? "shop" : text;
                                    case "document" -> document;
                                    case "config" -> text.equals("shop_api") ? "shop_app" : text;
                                    default -> text;
                                }));
        arguments.put("source", id);
        return arguments;
    }

    private List<Map<String, Object>> rollout(String service) {
        return call("swarm_rollout_get", Map.of("service", service)).items();
    }

    private ToolAnswer logs(Map<String, ?> more) {
        Map<String, Object> arguments = new HashMap<>(more);
        arguments.put("service", "shop_api");
        return call("swarm_service_logs", arguments);
    }

    private ToolAnswer diff(String document) {
        return call("swarm_compose_diff", Map.of("stack", "shop", "document", document));
    }

    private String compose(String stack) {
        return call("swarm_compose_get", Map.of("stack", stack)).items().stream()
                .map(row -> (String) row.get("text"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String withoutNames(String compose) {
        return compose.lines()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.joining("\n"))
                .replace("again_", "")
                .replace("shop_", "")
                .replaceAll("(?m)^ +name: .*$", "");
    }

    private String stored(String path, String text) throws Exception {
        DocumentId document =
                intake.accept(
                                space.id(),
                                path,
                                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                                admin)
                        .document();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> documents.document(document, admin).current() != null);
        return document.value().toString();
    }

    private ToolAnswer call(String tool) {
        return call(tool, Map.of());
    }

    private ToolAnswer call(String tool, Map<String, ?> arguments) {
        Map<String, Object> all = new HashMap<>(arguments);
        all.put("source", id);
        return calls.call(tool, all, reader);
    }

    private void assertFails(Code code, String says, String tool, Map<String, ?> arguments) {
        assertThatThrownBy(() -> call(tool, arguments))
                .asInstanceOf(InstanceOfAssertFactories.type(ToolFailure.class))
                .satisfies(failure -> {
                    assertThat(failure.code()).isEqualTo(code);
                    assertThat(failure.getMessage()).contains(says);
                });
    }

    private static Map<String, Object> row(ToolAnswer answer, String key, String value) {
        return answer.items().stream()
                .filter(row -> row.get(key).equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError(value + " is not in " + answer.items()));
    }
}
