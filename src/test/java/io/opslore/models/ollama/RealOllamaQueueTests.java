package io.opslore.models.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.opslore.identity.AccountId;
import io.opslore.models.ChatPart;
import io.opslore.models.ChatRequest;
import io.opslore.models.ChatRequest.Speaker;
import io.opslore.models.ChatRequest.Turn;
import io.opslore.models.ModelOptions;
import io.opslore.models.ModelServer;
import io.opslore.models.ModelServer.InstalledModel;
import io.opslore.models.TestingQueue;
import io.opslore.testing.RealOllama;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Turns before a real model; skipped where there is none. */
class RealOllamaQueueTests {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @Test
    void oneWaitsWhileAnotherIsAnsweredAndComesWhenThatOneLeaves() {
        assumeTrue(RealOllama.url().isPresent(), RealOllama.NONE);
        ModelServer server =
                TestingModels.server(TestingModels.settings(RealOllama.url().orElseThrow()));
        Optional<String> model =
                server.installed().stream()
                        .filter(InstalledModel::chats)
                        .map(InstalledModel::name)
                        .findFirst();
        assumeTrue(model.isPresent(), "Ollama holds no model that chats");
        try (var queue = TestingQueue.ofOne()) {
            var first = new CopyOnWriteArrayList<ChatPart>();
            var second = new CopyOnWriteArrayList<ChatPart>();
            String name = model.orElseThrow();
            var longAnswer = ask(queue, server, name, 1500).subscribe(first::add);
            await().atMost(PATIENCE).until(() -> !first.isEmpty());
            ask(queue, server, name, 8).subscribe(second::add);
            await().until(() -> second.contains(new ChatPart.Waiting(0)));

            longAnswer.dispose();

            await().atMost(PATIENCE)
                    .until(() -> !second.isEmpty() && second.getLast() instanceof ChatPart.Done);
            assertThat(first).isNotEmpty().allMatch(part -> part instanceof ChatPart.Words);
            assertThat(second.get(1)).isEqualTo(new ChatPart.Begun());
            assertThat(second.get(2)).isInstanceOf(ChatPart.Words.class);
            assertThat(((ChatPart.Done) second.getLast()).model()).isEqualTo(name);
        }
    }

    private static Flux<ChatPart> ask(
            TestingQueue queue, ModelServer server, String model, int tokens) {
        var request =
                new ChatRequest(
                        List.of(
                                new Turn(
                                        Speaker.USER,
                                        "Write a long story about a lighthouse and its keeper.")),
                        tokens,
                        new ModelOptions(4096, 0.1, Optional.empty(), false));
        return queue.inTurn(model, new AccountId(UUID.randomUUID()), server.stream(model, request));
    }
}
