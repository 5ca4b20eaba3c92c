package io.opslore.models.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.models.ModelFailure;
import io.opslore.models.ModelsSettings;
import io.opslore.outbound.TestingCertificates;
import io.opslore.testing.TestingCertificate;
import io.opslore.testing.TestingHttps;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ollama speaks no TLS itself: what stands here is a proxy before it, which does. */
class OllamaTlsTests {

    @TempDir private Path folder;
    @TempDir private Path elsewhere;

    @Test
    void theProxyBeforeItIsKnownByItsBundleAndByNoOther() {
        TestingCertificate certificate = TestingCertificate.in(folder);
        TestingCertificate stranger = TestingCertificate.in(elsewhere);
        var shown = TestingCertificates.trusting(certificate, certificate).context();
        try (var proxy = new TestingHttps(shown, "{\"version\":\"0.13.5\"}")) {
            assertThat(keeper(proxy, certificate).version()).isEqualTo("0.13.5");
            assertThatThrownBy(() -> keeper(proxy, stranger).version())
                    .isInstanceOf(ModelFailure.class);
        }
    }

    private static OllamaModelKeeper keeper(TestingHttps proxy, TestingCertificate trusted) {
        ModelsSettings settings = TestingModels.settings(proxy.url().toString());
        var tls = TestingCertificates.trusting(trusted);
        return new OllamaModelKeeper(settings, new OllamaHttp(settings, Optional.of(tls)));
    }
}
