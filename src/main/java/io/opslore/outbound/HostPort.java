package io.opslore.outbound;

import java.util.Locale;
import java.util.regex.Pattern;

/** A host and port in the one spelling in which they are compared. */
final class HostPort {

    private static final Pattern SHAPE =
            Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^\\[\\]:/@\\s]+):(\\d{1,5})");

    private HostPort() {}

    /** Of a setting; throws if it is not {@code host:port}. */
    static String of(String setting) {
        String stripped = setting.strip();
        if (!SHAPE.matcher(stripped).matches()) {
            throw new IllegalArgumentException(
                    "opslore.outbound.allowed-hosts: not host:port: " + setting);
        }
        return stripped.toLowerCase(Locale.ROOT);
    }

    static String of(String host, int port) {
        String bare = host.toLowerCase(Locale.ROOT);
        boolean brackets = bare.indexOf(':') >= 0 && !bare.startsWith("[");
        return (brackets ? "[" + bare + "]" : bare) + ":" + port;
    }
}
