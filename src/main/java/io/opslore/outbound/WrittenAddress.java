package io.opslore.outbound;

import java.net.URI;

/** What an address must look like, before anybody asks where it leads. */
final class WrittenAddress {

    private WrittenAddress() {}

    static void require(URI address, Reach reach, Reachable reachable) throws OutboundDenied {
        boolean tls = "https".equalsIgnoreCase(address.getScheme());
        if (!tls && !"http".equalsIgnoreCase(address.getScheme())) {
            throw new OutboundDenied("Only http and https are spoken: " + address);
        }
        // Names that are no names of hosts, and escapes in them, are read otherwise by every
        // library.
        if (address.getHost() == null || address.getRawUserInfo() != null) {
            throw new OutboundDenied("Not a plain host and port: " + address);
        }
        int port = address.getPort() < 0 ? (tls ? 443 : 80) : address.getPort();
        if (port < 1 || port > 65_535) {
            throw new OutboundDenied("No such port: " + address);
        }
        if (!tls && !reach.plainHttp() && !reachable.isException(address.getHost(), port)) {
            throw new OutboundDenied("It would be spoken to without TLS: " + address);
        }
    }
}
