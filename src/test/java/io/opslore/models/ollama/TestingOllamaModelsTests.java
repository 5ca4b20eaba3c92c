package io.opslore.models.ollama;

import io.opslore.models.ModelServer;
import io.opslore.models.ModelsContract;
import io.opslore.testing.TestingOllama;
import org.junit.jupiter.api.AfterAll;

/** The contract on the stand-in. */
class TestingOllamaModelsTests extends ModelsContract {

    private static final TestingOllama OLLAMA =
            new TestingOllama()
                    .holds("qwen3:14b", "completion", "tools")
                    .answers(chat -> chat.says("Red", ", green", ", blue").done(reason(chat)));
    private static final ModelServer SERVER =
            TestingModels.server(TestingModels.settings(OLLAMA.url()));

    @AfterAll
    static void leave() {
        OLLAMA.close();
    }

    @Override
    protected ModelServer server() {
        return SERVER;
    }

    private static String reason(TestingOllama.Chat chat) {
        return chat.allowed() < 3 ? "length" : "stop";
    }
}
