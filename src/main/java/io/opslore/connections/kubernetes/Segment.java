package io.opslore.connections.kubernetes;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Part of a path that cannot lead anywhere else. */
final class Segment {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9:._-]{0,252}");

    private Segment() {}

    static String of(String name) {
        if (!NAME.matcher(name).matches() || name.contains("..")) {
            throw new ConnectionFailed(
                    Reason.UNFIT,
                    "That is no name of anything in Kubernetes.",
                    "Names have letters, digits, dots and hyphens; list to see them.");
        }
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }
}
