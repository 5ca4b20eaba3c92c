package io.opslore.connections.mcp;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Where a server is, and what opens it.
 *
 * @param address of its endpoint, which ends in {@code /mcp} as a rule
 * @param token sent as a bearer token; empty for none
 * @param onBehalf for whom it is asked, told in a header; empty for nobody in particular
 * @param limit the longest time for one request with its answer
 */
public record RemoteServer(URI address, String token, String onBehalf, Duration limit) {

    /** Says by which name a server of ours is told for whom it is asked. */
    public static final String ON_BEHALF = "OpsLore-Asker";

    /** One that is not told for whom it is asked. */
    public RemoteServer(URI address, String token, Duration limit) {
        this(address, token, "", limit);
    }

    /** A name as a header takes it: what is not ASCII as percents and hexadecimals of UTF-8. */
    String onBehalfHeader() {
        var header = new StringBuilder();
        for (byte one : onBehalf.getBytes(StandardCharsets.UTF_8)) {
            header.append(one > ' ' && one != '%' ? (char) one : "%%%02X".formatted(one));
        }
        return header.toString();
    }

    /**
     * The name in such a header.
     *
     * @throws IllegalArgumentException for none
     */
    public static String onBehalf(String header) {
        return URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The token is for nobody to read. */
    @Override
    public String toString() {
        return "RemoteServer " + address.getHost();
    }
}
