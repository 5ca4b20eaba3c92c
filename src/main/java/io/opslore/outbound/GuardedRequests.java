package io.opslore.outbound;

import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;

/** Looks at the address as it is written; where it leads is the socket's to see. */
final class GuardedRequests implements ClientHttpRequestFactory {

    private final ClientHttpRequestFactory requests;
    private final Reachable reachable;
    private final Reach reach;

    GuardedRequests(ClientHttpRequestFactory requests, Reachable reachable, Reach reach) {
        this.requests = requests;
        this.reachable = reachable;
        this.reach = reach;
    }

    @Override
    public ClientHttpRequest createRequest(URI address, HttpMethod method) throws IOException {
        WrittenAddress.require(address, reach, reachable);
        return requests.createRequest(address, method);
    }
}
