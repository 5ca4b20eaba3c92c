package io.opslore.kit;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes what stands in a secret's place look like it. The text itself stays, also when copied. */
final class Placeholders {

    private static final String START = "«secret:";

    /** Tags are passed over whole: what an attribute holds is no text. */
    private static final Pattern TAG_OR_PLACEHOLDER =
            Pattern.compile("<[^>]*>|" + START + "[a-z0-9-]{1,60}#[0-9a-f]{4,16}»");

    private Placeholders() {}

    /** Whether the text may hold one. */
    static boolean maybeIn(String text) {
        return text.contains(START);
    }

    /** How many there are in HTML that {@link #marked} would mark. */
    static long countIn(String html) {
        return TAG_OR_PLACEHOLDER
                .matcher(html)
                .results()
                .filter(found -> found.group().startsWith(START))
                .count();
    }

    /**
     * @param html safe to show
     * @param title what a reader is told of each
     */
    static String marked(String html, String title) {
        if (!maybeIn(html)) {
            return html;
        }
        String open =
                "<span class=\"masked-secret\" title=\"" + CodeHighlighter.escaped(title) + "\">";
        return TAG_OR_PLACEHOLDER.matcher(html).replaceAll(found -> marked(found, open));
    }

    private static String marked(MatchResult found, String open) {
        String text = found.group();
        return Matcher.quoteReplacement(text.startsWith(START) ? open + text + "</span>" : text);
    }
}
