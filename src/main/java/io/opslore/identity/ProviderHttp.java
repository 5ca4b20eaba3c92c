package io.opslore.identity;

import io.opslore.outbound.Outbound;
import io.opslore.outbound.OutboundDenied;
import io.opslore.outbound.Reach;
import java.net.URI;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.stereotype.Component;

/**
 * How the portal speaks to providers: an admin enters where they are, and they name further
 * addresses themselves, so all of it goes the guarded way out. Thread-safe.
 */
@Component
class ProviderHttp {

    private final ClientHttpRequestFactory requests;
    private final Outbound outbound;
    private final Reach reach;

    ProviderHttp(Outbound outbound, ProviderSettings settings) {
        this.outbound = outbound;
        reach = new Reach(settings.allowHttp(), settings.timeout());
        requests = outbound.requests(reach);
    }

    ClientHttpRequestFactory requests() {
        return requests;
    }

    /** Whether an address is a plain one, by TLS unless an exception was made. */
    boolean isWellWritten(String address) {
        try {
            outbound.requireWellWritten(URI.create(address), reach);
            return true;
        } catch (OutboundDenied | IllegalArgumentException e) {
            return false;
        }
    }
}
