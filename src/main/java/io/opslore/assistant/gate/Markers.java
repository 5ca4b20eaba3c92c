package io.opslore.assistant.gate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings the markers of a text into the one form {@code [1][2]}, numbered in order of first use,
 * and takes out those that no given passage stands behind. Code is left alone.
 */
public final class Markers {

    private static final String OPEN = "(?:\\\\?[\\[【［]){1,2}";
    private static final String CLOSE = "(?:\\\\?[\\]】］]){1,2}";
    private static final String NUMBER = "\\^?\\s*\\d{1,6}";

    private static final Pattern MARKER =
            Pattern.compile(
                    "!?"
                            + OPEN
                            + "\\s*\\^?(?:(?:passages?|sources?|refs?|источник\\p{L}*|фрагмент\\p{L}*|отрыв\\p{L}*)\\s*:?)?\\s*[#№]?"
                            + ("(" + NUMBER + "(?:\\s*(?:[,;&–—-]|and|и)\\s*" + NUMBER + ")*)")
                            + "(?:†[^\\]】］\\n]{0,60})?\\s*"
                            + CLOSE
                            // The address of a link that the number was made the text of.
                            + "(?:\\([^()\\n]*\\))?",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern NUMBERS =
            Pattern.compile("(\\d+)(?:\\s*[–—-]\\s*\\^?\\s*(\\d+))?");

    /** Would turn markers into links, or show a list of sources that is not the portal's. */
    private static final Pattern DEFINITION =
            Pattern.compile("(?m)^[ \\t>]*\\\\?\\[\\^?\\d+\\\\?\\]:.*(?:\\n|\\z)");

    private static final Pattern HALF =
            Pattern.compile(
                    "\\s*(?:(?:!?"
                            + OPEN
                            + "[^\\]】］\\[\\n]{0,60})|(?:[\\]】］]\\([^()\\n]{0,300})|\\\\)\\z");

    private static final Pattern TOUCHES_MARKER = Pattern.compile("[\\s.,;:!?)»”…]");
    private static final int LONGEST_RANGE = 20;

    private final int given;
    private final List<Integer> order = new ArrayList<>();

    /** For a text that was written from passages 1 to {@code given}. */
    Markers(int given) {
        this.given = given;
    }

    /** The given passages that are used, by new number: the first element is now number 1. */
    List<Integer> order() {
        return List.copyOf(order);
    }

    /** Rewrites a text; call once. */
    String rewritten(String markdown) {
        var out = new StringBuilder();
        for (MarkdownParts.Part part : MarkdownParts.of(markdown).parts()) {
            String text = markdown.substring(part.start(), part.end());
            if (part.isProse()) {
                rewrite(text, out, isEndOfLine(markdown, part.end()));
            } else {
                out.append(text);
            }
        }
        return out.toString();
    }

    /** What of a growing text can be shown: without a marker or a code span that is half there. */
    static String settled(String markdown) {
        int span = MarkdownParts.of(markdown).openSpan();
        String text = span < 0 ? markdown : markdown.substring(0, span);
        List<MarkdownParts.Part> parts = MarkdownParts.of(text).parts();
        if (parts.isEmpty() || !parts.getLast().isProse()) {
            return text;
        }
        Matcher half = HALF.matcher(text).region(parts.getLast().start(), text.length());
        return half.find() ? text.substring(0, half.start() + keptBracket(half.group())) : text;
    }

    /** Prose in which nothing can be taken for a marker: for text that is quoted from documents. */
    public static String neutralised(String markdown) {
        var out = new StringBuilder();
        for (MarkdownParts.Part part : MarkdownParts.of(markdown).parts()) {
            String text = markdown.substring(part.start(), part.end());
            out.append(
                    part.isProse()
                            ? text.replaceAll(
                                    "([\\[【［])(?=[\\s^]*\\d[^\\]\\n]*[\\]】］])", "$1\u2060")
                            : text);
        }
        return out.toString();
    }

    private static int keptBracket(String half) {
        return half.matches("[\\]】］].*") ? 1 : 0;
    }

    private void rewrite(String prose, StringBuilder out, boolean atEndOfLine) {
        String text = DEFINITION.matcher(prose).replaceAll("");
        Matcher marker = MARKER.matcher(text);
        int from = 0;
        while (marker.find()) {
            out.append(text, from, marker.start());
            String markers = numbered(marker.group(1));
            if (markers.isEmpty() && closesGap(text, marker.end(), atEndOfLine)) {
                dropTrailingBlanks(out);
            }
            out.append(markers);
            from = marker.end();
        }
        out.append(text, from, text.length());
    }

    private String numbered(String numbers) {
        var markers = new StringBuilder();
        for (int passage : passages(numbers)) {
            if (passage >= 1 && passage <= given) {
                if (!order.contains(passage)) {
                    order.add(passage);
                }
                markers.append('[').append(order.indexOf(passage) + 1).append(']');
            }
        }
        return markers.toString();
    }

    private static Set<Integer> passages(String numbers) {
        var passages = new LinkedHashSet<Integer>();
        Matcher number = NUMBERS.matcher(numbers);
        while (number.find()) {
            int first = Integer.parseInt(number.group(1));
            int last = number.group(2) == null ? first : Integer.parseInt(number.group(2));
            passages.add(first);
            for (int next = first; next <= last && last - first <= LONGEST_RANGE; next++) {
                passages.add(next);
            }
            passages.add(last);
        }
        return passages;
    }

    private static boolean closesGap(String text, int end, boolean atEndOfLine) {
        return end == text.length()
                ? atEndOfLine
                : TOUCHES_MARKER.matcher(text.substring(end, end + 1)).matches();
    }

    private static void dropTrailingBlanks(StringBuilder out) {
        int end = out.length();
        while (end > 0 && (out.charAt(end - 1) == ' ' || out.charAt(end - 1) == '\t')) {
            end--;
        }
        out.setLength(end);
    }

    private static boolean isEndOfLine(String text, int end) {
        return end == text.length() || text.charAt(end) == '\n';
    }
}
