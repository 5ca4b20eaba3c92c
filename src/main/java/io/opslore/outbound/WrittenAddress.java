package io.opslore.outbound;

import java.net.URI;
import java.util.Locale;

/** What an address must look like, before anybody asks where it leads. */
final class WrittenAddress {

    private WrittenAddress() {}

    static void require(URI address, Reach reach, Reachable reachable) throws OutboundDenied {
        boolean tls = "https".equalsIgnoreCase(address.getScheme());
        if (!tls && !"http".equalsIgnoreCase(address.getScheme())) {
            throw new OutboundDenied("Only http and https are spoken: " + address);
        }
        int port = port(address);
        if (!tls && !reach.plainHttp() && !reachable.isException(address.getHost(), port)) {
            throw new OutboundDenied("It would be spoken to without TLS: " + address);
        }
    }

    /** That of a plain host and port, whatever the scheme. */
    static int port(URI address) throws OutboundDenied {
        // Names that are no names of hosts, and escapes in them, are read otherwise by every
        // library.
        if (address.getHost() == null || address.getRawUserInfo() != null) {
            throw new OutboundDenied("Not a plain host and port: " + address);
        }
        int usual =
                switch (String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT)) {
                    case "https" -> 443;
                    case "http" -> 80;
                    default -> 0;
                };
        int port = address.getPort() < 0 ? usual : address.getPort();
        if (port < 1 || port > 65_535) {
            throw new OutboundDenied("No such port: " + address);
        }
        return port;
    }
}
