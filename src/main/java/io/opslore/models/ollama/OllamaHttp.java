package io.opslore.models.ollama;

import io.opslore.models.ModelsSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.concurrent.Executors;

/** The HTTP client towards Ollama. */
final class OllamaHttp {

    private OllamaHttp() {}

    static HttpClient client(ModelsSettings settings) {
        HttpClient.Builder client =
                HttpClient.newBuilder()
                        // Without this a first request tries an upgrade that Ollama does not know.
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(settings.limits().connect())
                        .executor(Executors.newVirtualThreadPerTaskExecutor());
        return (isOwnMachine(settings) ? client.proxy(HttpClient.Builder.NO_PROXY) : client)
                .build();
    }

    /** A proxy that is set for the outside world does not know this machine's own services. */
    private static boolean isOwnMachine(ModelsSettings settings) {
        String host = URI.create(settings.baseUrl()).getHost();
        return host == null
                || host.equalsIgnoreCase("localhost")
                || host.startsWith("127.")
                || host.equals("[::1]");
    }
}
