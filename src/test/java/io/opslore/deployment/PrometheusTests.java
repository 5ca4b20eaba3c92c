package io.opslore.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Compose file's Prometheus: its files held against {@code promtool}, its alerts against their
 * own tests, and itself started before two stand-ins for portals; each skipped where the program is
 * not there.
 */
class PrometheusTests {

    private static final Path FILES = Path.of("docker/prometheus");
    private static final String TOKEN = "token-of-tests";

    @TempDir private Path folder;

    @Test
    void itsConfigurationIsOne() throws Exception {
        laidOut();

        assertThat(promtool("check", "config", folder.resolve("prometheus.yml").toString()))
                .contains("SUCCESS");
    }

    @Test
    void eachAlertIsToldWhenItShouldBeAndNotOtherwise() throws Exception {
        assertThat(promtool("test", "rules", FILES.resolve("alerts.test.yml").toString()))
                .contains("SUCCESS");
    }

    @ParameterizedTest
    @CsvSource({
        "up{job=\"opslore\"} == 0, up{job=\"opslore\"} == 2",
        "opslore_question_seconds_count[10m])) > 0.1, opslore_question_seconds_count[10m])) > 0.3",
        "opslore_model_queue_waiting > 5, opslore_model_queue_waiting > 4",
        "< 14 * 86400, < 7 * 86400",
    })
    void anAlertThatIsChangedIsFound(String is, String changed) throws Exception {
        laidOut();
        Path alerts = folder.resolve("alerts.yml");
        String before = Files.readString(alerts);
        Files.writeString(alerts, before.replace(is, changed));

        assertThat(Files.readString(alerts)).isNotEqualTo(before);
        assertThatThrownBy(() ->
                        promtool("test", "rules", folder.resolve("alerts.test.yml").toString()))
                .hasMessageContaining("FAILED");
    }

    @Test
    void thereIsATestInWhichEachAlertIsTold() {
        Set<String> alerts = new TreeSet<>();
        Yaml.read(FILES.resolve("alerts.yml"))
                .at("/groups/0/rules")
                .forEach(rule -> alerts.add(rule.get("alert").asString()));
        Set<String> told = new TreeSet<>();
        for (JsonNode test : Yaml.read(FILES.resolve("alerts.test.yml")).get("tests")) {
            test.get("alert_rule_test")
                    .valueStream()
                    .filter(each -> each.has("exp_alerts"))
                    .forEach(each -> told.add(each.get("alertname").asString()));
        }

        assertThat(told).isEqualTo(alerts);
    }

    @Test
    void theRulesOfTheOperatorAreRules() throws Exception {
        for (JsonNode rules :
                new Cluster(Manifests.rendered("overlays/ha")).ofKind("PrometheusRule").toList()) {
            Path file = folder.resolve("operator.yml");
            Files.writeString(file, rules.get("spec").toString());

            assertThat(promtool("check", "rules", file.toString())).contains("SUCCESS: 2 rules");
        }
    }

    /** As Traefik is told of them, so that none is served from and not looked at. */
    @Test
    void everyPortalThatIsServedFromIsScraped() {
        JsonNode replicas = Yaml.read(Path.of("docker/compose.replicas.yaml"));
        String served = replicas.at("/services/traefik/environment/PORTALS").asString();

        assertThat(targets("portals.replicas.yml").map(target -> "http://" + target))
                .containsExactly(served.split(","));
        assertThat(targets("portals.yml")).containsExactly("portal:8080");
        assertThat(Yaml.texts(replicas.at("/services/prometheus/volumes")))
                .containsExactly("./prometheus/portals.replicas.yml:/portals.yml:ro");
    }

    @Test
    void asksEveryPortalWithItsTokenAndMissesOneThatIsGone() throws Exception {
        Programs.require("prometheus", "no prometheus on this machine; .ci/cluster builds it");
        HttpServer one = portal();
        HttpServer two = portal();
        int port = freePort();
        Process prometheus = started(port, one, two);
        try {
            await().atMost(Duration.ofMinutes(1))
                    .ignoreExceptions()
                    .untilAsserted(() ->
                            assertThat(health(port))
                                    .containsExactlyInAnyOrderEntriesOf(
                                            Map.of(at(one), "up", at(two), "up")));
            two.stop(0);
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() ->
                            assertThat(health(port))
                                    .containsExactlyInAnyOrderEntriesOf(
                                            Map.of(at(one), "up", at(two), "down")));
        } finally {
            one.stop(0);
            two.stop(0);
            prometheus.destroy();
            prometheus.waitFor(30, TimeUnit.SECONDS);
        }
    }

    private Process started(int port, HttpServer... portals) throws IOException {
        laidOut();
        Files.writeString(
                folder.resolve("portals.yml"),
                Stream.of(portals)
                        .map(portal -> '"' + at(portal) + '"')
                        .collect(Collectors.joining(", ", "- targets: [", "]")));
        List<String> command = new ArrayList<>(List.of(Programs.find("prometheus").orElseThrow()));
        for (String argument :
                Yaml.texts(
                        Yaml.read(Path.of("docker/compose.yaml"))
                                .at("/services/prometheus/command"))) {
            command.add(
                    here(argument.replaceAll("\\$\\{[A-Z_]+:-([^}]*)}", "$1"))
                            .replace("=/prometheus", "=" + folder + "/store"));
        }
        command.add("--web.listen-address=127.0.0.1:" + port);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
    }

    /** The files as the container has them, with quicker scrapes. */
    private void laidOut() throws IOException {
        Files.writeString(folder.resolve("metrics_token"), TOKEN);
        for (String name :
                List.of("prometheus.yml", "alerts.yml", "alerts.test.yml", "portals.yml")) {
            Files.writeString(
                    folder.resolve(name),
                    here(Yaml.text(FILES.resolve(name)))
                            .replace("scrape_interval: 15s", "scrape_interval: 1s")
                            .replace("\"/portals.yml\"", "\"" + folder + "/portals.yml\""));
        }
    }

    private String here(String text) {
        return text.replace("/etc/prometheus", folder.toString())
                .replace("/run/secrets", folder.toString());
    }

    private static String promtool(String... arguments) throws Exception {
        Programs.require("promtool", "no promtool on this machine; .ci/cluster builds it");
        List<String> command = new ArrayList<>(List.of(Programs.find("promtool").orElseThrow()));
        command.addAll(List.of(arguments));
        return Programs.run(command.toArray(String[]::new));
    }

    private static Stream<String> targets(String file) {
        return Yaml.read(FILES.resolve(file))
                .valueStream()
                .flatMap(group -> Yaml.texts(group.get("targets")).stream());
    }

    /** How the server finds each target. */
    private static Map<String, String> health(int port) throws Exception {
        var targets =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/targets"));
        Map<String, String> health = new TreeMap<>();
        try (var client = HttpClient.newHttpClient()) {
            String body = client.send(targets.build(), HttpResponse.BodyHandlers.ofString()).body();
            JsonMapper.shared()
                    .readTree(body)
                    .at("/data/activeTargets")
                    .forEach(target ->
                            health.put(
                                    target.at("/labels/instance").asString(),
                                    target.get("health").asString()));
        }
        return health;
    }

    /** Tells its numbers to who has the token, where the portal tells them. */
    private static HttpServer portal() throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/actuator/prometheus",
                exchange -> {
                    boolean known =
                            ("Bearer " + TOKEN)
                                    .equals(exchange.getRequestHeaders().getFirst("Authorization"));
                    byte[] said = "opslore_sessions_open 1\n".getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", "text/plain; version=0.0.4");
                    exchange.sendResponseHeaders(known ? 200 : 401, said.length);
                    exchange.getResponseBody().write(said);
                    exchange.close();
                });
        server.start();
        return server;
    }

    private static String at(HttpServer server) {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
