package io.opslore.models.ollama;

import io.opslore.models.ModelsSettings;
import io.opslore.outbound.Certificates;
import io.opslore.outbound.Tls;
import io.opslore.outbound.TrustedTarget;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Makes HTTP clients towards Ollama, where the operator's settings say that it is. */
@Component
final class OllamaHttp {

    private final ModelsSettings settings;
    private final Optional<Tls> tls;

    @Autowired
    OllamaHttp(ModelsSettings settings, Certificates certificates) {
        this(settings, certificates.of(settings.sslBundle(), "opslore.models.ssl-bundle"));
    }

    OllamaHttp(ModelsSettings settings, Optional<Tls> tls) {
        this.settings = settings;
        this.tls = tls;
    }

    HttpClient client() {
        return TrustedTarget.at(
                URI.create(settings.baseUrl()), settings.limits().connect(), tls.map(Tls::context));
    }
}
