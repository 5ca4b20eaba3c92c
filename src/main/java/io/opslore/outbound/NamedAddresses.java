package io.opslore.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/** Looks names up once for each connection, and keeps the name with the address for the socket. */
final class NamedAddresses implements DnsResolver {

    private final NameLookup names;

    NamedAddresses(NameLookup names) {
        this.names = names;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = names.addresses(host);
        InetAddress[] named = new InetAddress[found.length];
        for (int i = 0; i < found.length; i++) {
            named[i] = InetAddress.getByAddress(host, found[i].getAddress());
        }
        return named;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
