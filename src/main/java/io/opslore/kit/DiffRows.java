package io.opslore.kit;

import io.opslore.kit.TextDiff.LinePair;
import io.opslore.kit.WordDiff.Piece;
import java.util.List;

/** Lines of a comparison as rows of an HTML table. All that comes from the texts is escaped. */
final class DiffRows {

    private static final String NO_LINE = "<td class=\"number\"></td><td></td>";

    private final TextDiff diff;
    private final DiffLayout layout;
    private final DiffLabels labels;

    DiffRows(TextDiff diff, DiffLayout layout, DiffLabels labels) {
        this.diff = diff;
        this.layout = layout;
        this.labels = labels;
    }

    /** Lines that both texts have. */
    String same(List<LinePair> lines) {
        StringBuilder html = new StringBuilder();
        for (LinePair line : lines) {
            String text = cell("", plain(diff.after(line.after())));
            html.append("<tr class=\"same\">").append(number(line.before()));
            if (layout == DiffLayout.SIDE) {
                html.append(text);
            }
            html.append(number(line.after())).append(text).append("</tr>");
        }
        return table(html);
    }

    /**
     * Lines that differ.
     *
     * @param change marks the first row as the beginning of this change; 0 for none
     */
    String changed(List<LinePair> lines, int change) {
        StringBuilder html = new StringBuilder();
        switch (layout) {
            case SIDE -> lines.forEach(line -> html.append(besides(line)));
            case INLINE -> {
                lines.stream()
                        .filter(line -> line.before() > 0)
                        .forEach(line -> html.append(removed(line)));
                lines.stream()
                        .filter(line -> line.after() > 0)
                        .forEach(line -> html.append(added(line)));
            }
        }
        if (change > 0) {
            html.insert("<tr".length(), " tabindex=\"-1\" data-change=\"" + change + "\"");
        }
        return table(html);
    }

    private String besides(LinePair line) {
        return "<tr>"
                + (line.before() > 0 ? number(line.before()) + before(line) : NO_LINE)
                + (line.after() > 0 ? number(line.after()) + after(line) : NO_LINE)
                + "</tr>";
    }

    private String removed(LinePair line) {
        return "<tr>" + number(line.before()) + number(0) + before(line) + "</tr>";
    }

    private String added(LinePair line) {
        return "<tr>" + number(0) + number(line.after()) + after(line) + "</tr>";
    }

    private String before(LinePair line) {
        WordDiff words = words(line);
        return cell("removed", "<del>" + html(words.before(), words.firstDifference()) + "</del>");
    }

    private String after(LinePair line) {
        WordDiff words = words(line);
        return cell("added", "<ins>" + html(words.after(), words.firstDifference()) + "</ins>");
    }

    /** A line that stands alone has nothing to be compared with. */
    private WordDiff words(LinePair line) {
        if (line.isBoth()) {
            return WordDiff.of(diff.before(line.before()), diff.after(line.after()));
        }
        return line.before() > 0
                ? new WordDiff(WordDiff.plain(diff.before(line.before())), List.of())
                : new WordDiff(List.of(), WordDiff.plain(diff.after(line.after())));
    }

    private String plain(String line) {
        return html(WordDiff.plain(line), 0);
    }

    private String html(List<Piece> pieces, int focus) {
        return DiffLine.html(pieces, focus, labels.omitted());
    }

    /** The number is drawn by the style sheet, so that it is not copied with the text. */
    private static String number(int line) {
        return line == 0
                ? "<td class=\"number\"></td>"
                : "<td class=\"number\" data-line=\"" + line + "\"></td>";
    }

    private static String cell(String kind, String text) {
        return "<td class=\"text " + kind + "\"><code>" + text + "</code></td>";
    }

    private String table(StringBuilder rows) {
        String columns =
                switch (layout) {
                    case SIDE -> "<col class=\"number\"><col><col class=\"number\"><col>";
                    case INLINE -> "<col class=\"number\"><col class=\"number\"><col>";
                };
        String name = CodeHighlighter.escaped(labels.table());
        return "<table tabindex=\"-1\" aria-label=\""
                + name
                + "\"><colgroup>"
                + columns
                + "</colgroup><tbody>"
                + rows
                + "</tbody></table>";
    }
}
