package io.opslore.kit;

import io.opslore.kit.WordDiff.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** One line of a comparison as HTML. Of a line too long to read, the place that differs. */
final class DiffLine {

    /** Characters of a line that are shown. */
    static final int LONGEST = 2_000;

    /** Characters of a long line that are shown before the place that must be seen. */
    private static final int LEAD = 200;

    private DiffLine() {}

    /**
     * @param focus the place that must be seen
     * @param omitted says how many characters are left out
     */
    static String html(List<Piece> pieces, int focus, IntFunction<String> omitted) {
        int length = pieces.stream().mapToInt(piece -> piece.text().length()).sum();
        if (length <= LONGEST) {
            return marked(pieces);
        }
        int first = Math.clamp(focus - LEAD, 0, length - LONGEST);
        List<Piece> shown = cut(pieces, first, first + LONGEST);
        int left = length - first - LONGEST;
        return (first > 0 ? note(omitted.apply(first)) : "")
                + marked(shown)
                + (left > 0 ? note(omitted.apply(left)) : "");
    }

    private static List<Piece> cut(List<Piece> pieces, int first, int end) {
        List<Piece> shown = new ArrayList<>();
        int place = 0;
        for (Piece piece : pieces) {
            int from = whole(piece.text(), first - place);
            int to = whole(piece.text(), end - place);
            if (from < to) {
                shown.add(new Piece(piece.text().substring(from, to), piece.changed()));
            }
            place += piece.text().length();
        }
        return shown;
    }

    /** A place to cut that leaves the two halves of a character together. */
    private static int whole(String text, int place) {
        int within = Math.clamp(place, 0, text.length());
        boolean splits =
                within > 0
                        && within < text.length()
                        && Character.isLowSurrogate(text.charAt(within))
                        && Character.isHighSurrogate(text.charAt(within - 1));
        return splits ? within - 1 : within;
    }

    private static String marked(List<Piece> pieces) {
        StringBuilder html = new StringBuilder();
        for (Piece piece : pieces) {
            String text = CodeHighlighter.escaped(piece.text());
            html.append(piece.changed() ? "<mark>" + text + "</mark>" : text);
        }
        return html.toString();
    }

    private static String note(String text) {
        return "<span class=\"omitted\">" + CodeHighlighter.escaped(text) + "</span>";
    }
}
