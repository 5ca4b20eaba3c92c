package io.opslore.sources.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingSwarm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** With a real Docker engine. */
class SwarmFeedTests extends PortalTest {

    private static final String STACK =
            """
            version: "3.9"
            services:
              book:
                image: 127.0.0.1:1/shop/api:%s
                command: ["sh", "-c", "trap exit TERM; while true; do sleep 1 & wait $$!; done"]
                environment: {DB_PASSWORD: Planted8Ledger9x, LOG_LEVEL: %s}
                networks: [outside]
                deploy: {update_config: {monitor: 1s}}
            networks:
              outside: {external: true, name: host}
            """;

    @Autowired private ApplicationContext portal;
    @TempDir private Path folder;

    private TestingSwarm swarm;
    private TestingFeed feed;

    @BeforeEach
    void aStack() throws IOException {
        swarm = TestingSwarm.running();
        deploy("1.0", "info");
        feed =
                new TestingFeed(
                        portal,
                        "swarm",
                        new TestingFeed.Server(
                                "swarm",
                                Map.of("host", "unix://" + TestingSwarm.socket()),
                                Map.of()));
    }

    @AfterEach
    void leave() {
        if (feed != null) {
            feed.close();
            swarm.docker("stack", "rm", "ledger");
        }
    }

    @Test
    void aStackBecomesAComposeFileAndThePageOfItsServices() throws IOException {
        Map<String, String> chosen = Map.of("stacks", "ledger\nsho*");
        assertThat(feed.handedOver(chosen).toString())
                .contains("DB_PASSWORD")
                .doesNotContain("Planted");
        feed.add(chosen);

        Map<String, String> texts = feed.texts();
        assertThat(texts)
                .containsOnlyKeys(
                        "ledger/docker-compose.yml",
                        "ledger/services.md",
                        "shop/docker-compose.yml",
                        "shop/services.md");
        assertThat(texts.get("ledger/docker-compose.yml"))
                .contains("image: 127.0.0.1:1/shop/api:1.0", "LOG_LEVEL: info", "DB_PASSWORD");
        texts.values().forEach(text -> assertThat(text).doesNotContain("Planted"));
        assertThat(feed.sync().revisions("ledger/docker-compose.yml")).hasSize(1);

        deploy("1.1", "debug");
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        swarm.docker(
                                        "service",
                                        "inspect",
                                        "ledger_book",
                                        "--format",
                                        "{{.UpdateStatus.State}}")
                                .strip()
                                .equals("completed"));
        feed.sync();

        assertThat(feed.texts().get("ledger/services.md"))
                .contains("## ledger_book", "Update: completed", "shop/api:1.1")
                .contains("from `info` to `debug`");
        assertThat(feed.revisions("ledger/docker-compose.yml")).hasSize(2);
        assertThat(feed.revisions("shop/docker-compose.yml")).hasSize(1);
        feed.awaitFound("ledger_book update", "ledger/services.md");
        assertThat(swarm.requests()).allMatch(one -> one.matches("(GET|HEAD) .*"));

        feed.change(Map.of("stacks", "none"));

        assertThat(feed.paths()).hasSize(4);
        assertThat(feed.state().fault()).isNotNull();
    }

    private void deploy(String tag, String level) throws IOException {
        Path file = Files.writeString(folder.resolve("ledger.yaml"), STACK.formatted(tag, level));
        swarm.deploy(file, "ledger");
        await().atMost(Duration.ofSeconds(60)).until(() -> swarm.running("ledger_book") >= 1);
    }
}
