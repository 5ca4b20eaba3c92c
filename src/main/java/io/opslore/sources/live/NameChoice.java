package io.opslore.sources.live;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which names somebody wants.
 *
 * @param written one each, {@code *} for any letters; none for all
 */
record NameChoice(List<String> written) {

    private static final Pattern ONE = Pattern.compile("[\\p{L}\\p{N}._*@:/ -]{1,200}");

    /**
     * @param lines one name a line
     * @throws ConnectionFailed for what is no name
     */
    static NameChoice of(String lines) {
        List<String> written =
                lines.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (!written.stream().allMatch(line -> ONE.matcher(line).matches())) {
            throw new ConnectionFailed(
                    Reason.UNFIT,
                    "A line is no name.",
                    "Write one name a line; * stands for any letters.");
        }
        return new NameChoice(written);
    }

    boolean takes(String name) {
        return written.isEmpty() || written.stream().anyMatch(one -> fits(one, name));
    }

    /** Whether each of them is one name and no other. */
    boolean isPlain() {
        return !written.isEmpty() && written.stream().noneMatch(one -> one.contains("*"));
    }

    private static boolean fits(String one, String name) {
        StringBuilder pattern = new StringBuilder();
        for (String part : one.split("(?=\\*)|(?<=\\*)")) {
            pattern.append(part.equals("*") ? ".*" : Pattern.quote(part));
        }
        return Pattern.matches(pattern.toString(), name);
    }
}
