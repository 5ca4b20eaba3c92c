package io.opslore.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.outbound.TestingCanary;
import io.opslore.outbound.TestingForms;
import io.opslore.outbound.TestingNames;
import io.opslore.outbound.TestingOutbound;
import io.opslore.outbound.TestingPublicServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestTemplate;

/** Whatever an admin enters as an issuer, or an issuer names, leads nowhere into this machine. */
class ProviderOutboundTests {

    private static final ProviderSettings SETTINGS =
            new ProviderSettings(
                    true, Duration.ofMinutes(5), Duration.ofMinutes(1), Duration.ofMillis(500));

    private final TestingCanary canary = new TestingCanary();
    private final List<String> targets = TestingForms.redirects(canary.port());
    private final TestingPublicServer server = new TestingPublicServer(targets);
    private final ProviderHttp provider =
            new ProviderHttp(
                    TestingOutbound.lookingUp(new TestingNames(), server.hostAndPort()), SETTINGS);

    @AfterEach
    void leave() {
        server.close();
        canary.close();
    }

    @Test
    void noIssuerAndNoKeysAreReadFromThisMachine() {
        var discovery = new ProviderDiscovery(provider);
        var keys = new RestTemplate(provider.requests());
        List<String> forms = TestingForms.of(canary.port());
        for (String form : forms) {
            quietly(() -> discovery.of(form));
            quietly(() -> keys.getForObject(form, String.class));
        }
        for (int i = 0; i < targets.size(); i++) {
            String redirecting = server.at("/redirect/302/" + i);
            quietly(() -> discovery.of(redirecting));
            quietly(() -> keys.getForObject(redirecting, String.class));
        }

        int tried = forms.size() + targets.size();
        System.out.printf("outbound (providers): %d forms, %d hits%n", tried, canary.hits().size());
        assertThat(canary.hits()).isEmpty();
        assertThat(tried).isGreaterThan(200);
    }

    private static void quietly(Runnable attempt) {
        try {
            attempt.run();
        } catch (RuntimeException e) {
            // Whatever is said of it, what counts is where it went.
            assertThat(e).isNotNull();
        }
    }
}
