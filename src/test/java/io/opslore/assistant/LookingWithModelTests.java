package io.opslore.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.opslore.assistant.Answer.Outcome;
import io.opslore.connections.ConnectionCatalogue;
import io.opslore.connections.ConnectionEdit;
import io.opslore.connections.ConnectionId;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.models.ModelServer;
import io.opslore.models.ModelServer.InstalledModel;
import io.opslore.models.ModelStatus;
import io.opslore.models.ollama.TestingModels;
import io.opslore.testing.RealOllama;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A real small model says what to look up, and that is done; what it would make of it is another
 * matter, so the answer's words are a script's. Skipped where there is no Ollama.
 */
class LookingWithModelTests extends AssistantRoomTest {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** So small a model sometimes plans nothing; one of these it has to understand. */
    private static final List<String> QUESTIONS =
            List.of(
                    "Why is the api pod failing on prod?",
                    "Which pods of prod do not run?",
                    "What is the state of the pods on prod now?",
                    "Look at prod: is api-7d9 healthy?",
                    "Show me what runs on prod.");

    private static ModelServer real;
    private static String model;

    @Autowired private ConnectionCatalogue connections;

    @BeforeAll
    static void aModelIsThere() {
        assumeTrue(RealOllama.url().isPresent(), RealOllama.NONE);
        real = TestingModels.at(RealOllama.url().orElseThrow());
        List<InstalledModel> installed =
                real.installed().stream().filter(InstalledModel::chats).toList();
        assumeTrue(!installed.isEmpty(), "Ollama holds no model that chats");
        model = installed.getFirst().name();
    }

    @DynamicPropertySource
    static void patience(DynamicPropertyRegistry registry) {
        registry.add("opslore.assistant.lookups.time", PATIENCE::toString);
        registry.add("opslore.assistant.lookups.rounds", () -> "1");
    }

    @Test
    void aSmallModelSaysWhatToLookUpAndThatIsSeenAndCited() {
        Asker asker = somebody(Role.READER);
        connections.save(
                new ConnectionEdit(
                        new ConnectionId("prod"),
                        "Production",
                        TestingLookups.KIND,
                        space().id(),
                        Map.of("url", "https://prod")),
                admin());
        lookups.find(List.of(Map.of("name", "api-7d9", "state", "CrashLoopBackOff")));
        server.plansAs(
                request -> real.stream(model, request),
                "The pod api-7d9 is in CrashLoopBackOff [1].");
        await().until(() -> models.status() instanceof ModelStatus.Available);

        Answer answer =
                QUESTIONS.stream()
                        .map(question -> answered(question, asker))
                        .filter(answered -> !lookups.asked().isEmpty())
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(model + " planned nothing at all"));

        assertThat(answer.workings().lookups().getFirst().state()).isEqualTo(Lookup.State.FOUND);
        assertThat(answer.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(answer.citations().getFirst().quote()).contains("CrashLoopBackOff");
    }

    @AfterEach
    void disconnect() {
        connections.remove(new ConnectionId("prod"), admin());
    }

    private Answer answered(String question, Asker asker) {
        Answer begun = assistant.ask(question, null, asker);
        await().atMost(PATIENCE).until(() -> now(begun, asker).outcome().isFinal());
        Answer answer = now(begun, asker);
        System.out.printf("%s planned %s%n", model, answer.workings().lookups());
        return answer;
    }

    private Answer now(Answer begun, Asker asker) {
        return conversations.answers(begun.conversation(), asker).getLast();
    }
}
