package io.opslore.models.ollama;

import io.opslore.models.ModelsSettings;
import io.opslore.outbound.TrustedTarget;
import java.net.URI;
import java.net.http.HttpClient;

/** The HTTP client towards Ollama, where the operator's settings say that it is. */
final class OllamaHttp {

    private OllamaHttp() {}

    static HttpClient client(ModelsSettings settings) {
        return TrustedTarget.at(URI.create(settings.baseUrl()), settings.limits().connect());
    }
}
