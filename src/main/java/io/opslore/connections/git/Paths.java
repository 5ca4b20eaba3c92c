package io.opslore.connections.git;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import java.util.regex.Pattern;

/** Paths as people write them. */
final class Paths {

    private static final Pattern CLIMBS = Pattern.compile("(^|.*/)\\.\\.?(/.*|$)", Pattern.DOTALL);
    private static final int LONGEST = 1_000;

    private Paths() {}

    /** Without slashes at its ends; empty for the root. */
    static String clean(String path) {
        String bare = path.replaceFirst("^(\\./|/)+", "").replaceFirst("/+$", "");
        String plain = bare.equals(".") ? "" : bare;
        if (plain.length() > LONGEST
                || plain.indexOf('\0') >= 0
                || plain.contains("//")
                || CLIMBS.matcher(plain).matches()) {
            throw new ConnectionFailed(
                    Reason.UNFIT,
                    "That is no path in a repository.",
                    "Give one from its root, such as deploy/values.yaml, without '..'.");
        }
        return plain;
    }
}
