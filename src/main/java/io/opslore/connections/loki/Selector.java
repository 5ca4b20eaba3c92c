package io.opslore.connections.loki;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a LogQL query that says which streams are read.
 *
 * @param text braces and all
 */
record Selector(String text) {

    private static final String VALUE = "(\"(?:[^\"\\\\]|\\\\.)*\"|`[^`]*`)";
    private static final String ONE =
            "\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*(=~|!~|!=|=)\\s*" + VALUE + "\\s*";
    private static final Pattern MATCHER = Pattern.compile(ONE);
    private static final Pattern SELECTOR =
            Pattern.compile("\\s*(\\{(?:" + ONE + "(?:," + ONE + ")*,?)?\\s*\\})");

    /**
     * @param query lines of a log, not a number made of them
     * @throws ConnectionFailed for what is none, or chooses everything
     */
    static Selector of(String query) {
        Matcher selector = SELECTOR.matcher(query);
        if (!selector.lookingAt()) {
            throw new ConnectionFailed(
                    Reason.UNFIT,
                    "A query begins with a selector of streams.",
                    "Write LogQL such as {app=\"api\"} |= \"error\"; for numbers use logs_stats_get.");
        }
        if (!narrows(selector.group(1))) {
            throw new ConnectionFailed(
                    Reason.TOO_WIDE,
                    "That selector chooses every stream there is.",
                    "Give at least one label a value; logs_labels_list tells labels and values.");
        }
        return new Selector(selector.group(1));
    }

    private static boolean narrows(String selector) {
        Matcher one = MATCHER.matcher(selector);
        while (one.find()) {
            String value = one.group(3).substring(1, one.group(3).length() - 1);
            boolean isAnything = value.isEmpty() || value.equals(".*") || value.equals(".+");
            if (one.group(2).equals("=") && !value.isEmpty()
                    || one.group(2).equals("=~") && !isAnything) {
                return true;
            }
        }
        return false;
    }
}
