package io.opslore.identity;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;

/**
 * How the portal speaks to providers: with an end to patience, and never to where a redirect would
 * send it. Thread-safe.
 */
@Component
class ProviderHttp {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final JdkClientHttpRequestFactory requests;

    ProviderHttp(ProviderSettings settings) {
        requests =
                new JdkClientHttpRequestFactory(
                        HttpClient.newBuilder()
                                .version(HttpClient.Version.HTTP_1_1)
                                .followRedirects(HttpClient.Redirect.NEVER)
                                .connectTimeout(CONNECT)
                                .build());
        requests.setReadTimeout(settings.timeout());
    }

    ClientHttpRequestFactory requests() {
        return requests;
    }
}
