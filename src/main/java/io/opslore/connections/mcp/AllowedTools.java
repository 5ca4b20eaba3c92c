package io.opslore.connections.mcp;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which tools of a server may be called: those that it says only read, those that are named
 * besides, and none that is named with {@code !} before it. Immutable.
 */
public final class AllowedTools {

    private static final Pattern NAME = Pattern.compile("!?[\\x21-\\x7e&&[^!]]{1,128}");
    private static final int MOST = 200;

    private final Set<String> named;

    private AllowedTools(Set<String> named) {
        this.named = Set.copyOf(named);
    }

    /**
     * @param lines a name each
     */
    static AllowedTools of(String lines) {
        Set<String> named =
                lines.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.toSet());
        if (named.size() > MOST || !named.stream().allMatch(NAME.asMatchPredicate())) {
            throw new ConnectionFailed(
                    Reason.UNFIT,
                    "What tools are allowed is not one name a line.",
                    "Enter the names as the server tells them; test the connection to see them.");
        }
        return new AllowedTools(named);
    }

    /** Whether it may be called. */
    public boolean holds(RemoteTool tool) {
        return !named.contains("!" + tool.name())
                && (tool.readOnly() || named.contains(tool.name()));
    }

    /** Those that are named and not among these. */
    Set<String> missing(Set<String> names) {
        return named.stream()
                .map(name -> name.startsWith("!") ? name.substring(1) : name)
                .filter(name -> !names.contains(name))
                .collect(Collectors.toSet());
    }
}
