package io.opslore.kit;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes a run of lines as HTML.
 *
 * @param html of each line
 * @param offset is added to the numbers that are shown
 * @param separators what stands above a line
 * @param folds in order
 * @param foldName what stands for a fold's lines
 * @param selectable whether the numbers can be pressed
 */
record CodePage(
        List<String> html,
        int offset,
        @Nullable Lines highlighted,
        Map<Integer, String> separators,
        List<LogFolds.Fold> folds,
        Function<LogFolds.Fold, String> foldName,
        boolean selectable) {

    /** Lines without separators and folds. */
    static CodePage plain(List<String> html, @Nullable Lines highlighted) {
        return new CodePage(html, 0, highlighted, Map.of(), List.of(), fold -> "", true);
    }

    CodePage separated(Map<Integer, String> by) {
        return new CodePage(html, offset, highlighted, by, folds, foldName, false);
    }

    CodePage folded(List<LogFolds.Fold> found, Function<LogFolds.Fold, String> name) {
        return new CodePage(html, offset, highlighted, separators, found, name, selectable);
    }

    /** The same as a piece of a longer text. */
    CodePage quoted(int by) {
        return new CodePage(html, by, highlighted, separators, folds, foldName, false);
    }

    /** One {@code div} around the given lines. A fold that goes beyond them is cut. */
    String html(Lines lines) {
        StringBuilder page = new StringBuilder("<div>");
        int next = lines.first();
        for (LogFolds.Fold fold : folds) {
            Lines within = fold.lines();
            if (within.overlaps(lines)) {
                int first = Math.max(within.first(), next);
                int last = Math.min(within.last(), lines.last());
                lines(page, lines, next, first - 1);
                open(page, new LogFolds.Fold(fold.kind(), new Lines(first, last)));
                lines(page, lines, first, last);
                page.append("</details>");
                next = last + 1;
            }
        }
        lines(page, lines, next, lines.last());
        return page.append("</div>").toString();
    }

    /** What is cited is never hidden. */
    private void open(StringBuilder page, LogFolds.Fold fold) {
        boolean cited = highlighted != null && highlighted.overlaps(fold.lines());
        page.append("<details class=\"fold\"")
                .append(cited ? " open" : "")
                .append("><summary>")
                .append(CodeHighlighter.escaped(foldName.apply(fold)))
                .append("</summary>");
    }

    private void lines(StringBuilder page, Lines all, int first, int last) {
        for (int line = first; line <= last; line++) {
            String separator = separators.get(line);
            if (separator != null) {
                page.append("<div class=\"separator\">")
                        .append(CodeHighlighter.escaped(separator))
                        .append("</div>");
            }
            boolean cited = highlighted != null && highlighted.contains(line);
            page.append(cited ? "<div class=\"line cited\" id=\"L" : "<div class=\"line\" id=\"L")
                    .append(line + offset)
                    .append("\"><span class=\"number\"")
                    .append(selectable ? button(line == all.first()) : "")
                    .append(" data-line=\"")
                    .append(line + offset)
                    .append("\"></span><code>")
                    .append(html.get(line - 1))
                    .append("</code></div>");
        }
    }

    /** One of them takes the keyboard, and the arrow keys lead to the others. */
    private static String button(boolean first) {
        return " role=\"button\" tabindex=\"" + (first ? 0 : -1) + "\"";
    }
}
