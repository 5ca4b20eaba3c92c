package io.opslore.connections.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.connections.ConnectionFailed;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeclaredTests {

    @Test
    void readsOneThingInAllTheWaysThatPeopleWriteIt() {
        assertThat(
                        flat(
                                """
                                image: app:1
                                command: sh -c "echo a b" 'c d'
                                environment: [A=1, B=two=2]
                                labels: {x: 1}
                                healthcheck: {test: curl -f localhost, interval: 90s}
                                volumes: ["data:/data:ro"]
                                ports: ["8080:80", "53:53/udp"]
                                configs: [app]
                                networks: [front]
                                deploy:
                                  replicas: 2
                                  update_config: {delay: 60s}
                                  resources: {limits: {memory: 1024M, cpus: "1.50"}}
                                """))
                .isEqualTo(
                        flat(
                                """
                                image: app:1
                                command: [sh, -c, echo a b, c d]
                                environment: {A: 1, B: two=2}
                                labels: ["x=1"]
                                healthcheck: {test: [CMD-SHELL, curl -f localhost], interval: 1m30s}
                                volumes: [{type: volume, source: data, target: /data, read_only: true}]
                                ports:
                                  - {target: 53, published: 53, protocol: udp}
                                  - {target: 80, published: 8080, protocol: tcp, mode: ingress}
                                configs: [{source: app, target: /app}]
                                networks: {front: {aliases: [f]}}
                                deploy:
                                  mode: replicated
                                  replicas: 2
                                  update_config: {delay: 1m}
                                  resources: {limits: {memory: 1g, cpus: 1.5}}
                                """));
    }

    @Test
    void readsAnchorsAndMergesAndNoBombs() {
        Map<String, Object> read =
                Yaml.read(
                        """
                        x-a: &a {A: 1, B: 2}
                        services: {one: {environment: {<<: *a, B: 3}}}
                        """);
        assertThat(Flat.of(read))
                .containsEntry("services.one.environment.A", "1")
                .containsEntry("services.one.environment.B", "3");

        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int level = 1; level < 40; level++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(level, level, level - 1, level - 1));
        }
        assertThatThrownBy(() -> Yaml.read(bomb.toString())).isInstanceOf(ConnectionFailed.class);
        assertThatThrownBy(() -> Yaml.read("[".repeat(100_000)))
                .isInstanceOf(ConnectionFailed.class);
        assertThatThrownBy(() -> Yaml.read("just a text")).isInstanceOf(ConnectionFailed.class);
    }

    private static Map<String, String> flat(String service) {
        return Flat.of(Declared.comparable(Declared.service(Yaml.read(service))));
    }
}
