package io.opslore.connections.mcp;

import java.util.regex.Pattern;

/** What a stranger's server says of itself, as it may be shown: short, and nothing hidden in it. */
public final class PlainText {

    /** Controls, formats (marks of direction and width, tags), private use, and halves of pairs. */
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}]+");

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private PlainText() {}

    /**
     * In one line.
     *
     * @param most the most characters, before a sign that more was cut off
     */
    public static String of(String text, int most) {
        String some = text.substring(0, Math.min(text.length(), 4 * most));
        String spaced = SPACES.matcher(some).replaceAll(" ");
        String plain =
                SPACES.matcher(HIDDEN.matcher(spaced).replaceAll("")).replaceAll(" ").strip();
        return plain.length() > most ? plain.substring(0, most) + "…" : plain;
    }
}
