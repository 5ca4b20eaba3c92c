package io.opslore.models.ollama;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.opslore.models.ModelServer;
import io.opslore.models.ModelServer.InstalledModel;
import io.opslore.models.ModelsContract;
import io.opslore.testing.RealOllama;
import org.junit.jupiter.api.BeforeAll;

/** The contract on a real Ollama; skipped where there is none. */
class RealOllamaModelsTests extends ModelsContract {

    private static ModelServer server;

    @BeforeAll
    static void connect() {
        assumeTrue(RealOllama.url().isPresent(), RealOllama.NONE);
        server = TestingModels.server(TestingModels.settings(RealOllama.url().orElseThrow()));
        assumeTrue(
                server.installed().stream().anyMatch(InstalledModel::chats),
                "Ollama at " + server.baseUrl() + " holds no model that chats");
    }

    @Override
    protected ModelServer server() {
        return server;
    }
}
