package io.opslore.kit;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shows a text line by line with line numbers, one range highlighted. A long text is shown a page
 * at a time, so that the browser stays quick whatever is opened.
 */
public final class CodeLines extends Div {

    /** Lines on one page. */
    static final int PAGE = 2000;

    private final List<String> html;
    private final @Nullable Lines highlighted;
    private final Map<Integer, String> separators;
    private final Div earlier = new Div();
    private final Div body = new Div();
    private final Div later = new Div();
    private final int offset;
    private int first;

    private CodeLines(
            List<String> html,
            int offset,
            @Nullable Lines highlighted,
            Map<Integer, String> separators) {
        this.html = withoutLastEmpty(html);
        this.offset = offset;
        this.highlighted = highlighted;
        this.separators = Map.copyOf(separators);
        layOut();
        showPageOf(highlighted == null ? 1 : highlighted.first());
    }

    /** Code in the given language; see {@link CodeHighlighter}. */
    public static CodeLines code(List<String> lines, String language, @Nullable Lines cited) {
        CodeLines view =
                new CodeLines(CodeHighlighter.highlight(lines, language), 0, cited, Map.of());
        view.addClassName("numbered");
        return view;
    }

    /**
     * Prose without markup, its lines wrapped.
     *
     * @param separators what stands above a line, for instance the number of the page it begins
     */
    public static CodeLines prose(
            List<String> lines, Map<Integer, String> separators, @Nullable Lines cited) {
        CodeLines view = new CodeLines(CodeHighlighter.highlight(lines, ""), 0, cited, separators);
        view.addClassName("wrapped");
        return view;
    }

    /** A piece of a text with the line numbers it has there, highlighted as a whole. */
    public static CodeLines quote(List<String> lines, int firstLine) {
        CodeLines view =
                new CodeLines(
                        CodeHighlighter.highlight(lines, ""),
                        firstLine - 1,
                        new Lines(1, lines.size()),
                        Map.of());
        view.addClassNames("numbered", "wrapped");
        return view;
    }

    /** Brings a line into view, turning to its page. */
    public void scrollToLine(int line) {
        showPageOf(line);
        getElement()
                .executeJs(
                        "window.opslore.show(this, this.querySelector('#L' + $0))",
                        Math.min(line, html.size()));
    }

    /** A text that ends with a line end has no line after it. */
    private static List<String> withoutLastEmpty(List<String> html) {
        return html.size() > 1 && html.getLast().isEmpty()
                ? html.subList(0, html.size() - 1)
                : html;
    }

    private void layOut() {
        addClassName("code-lines");
        body.addClassName("code-body");
        earlier.addClassName("code-more");
        later.addClassName("code-more");
        Button up = new Button(getTranslation("kit.lines.earlier"), click -> turn(-1));
        Button down = new Button(getTranslation("kit.lines.later"), click -> turn(1));
        up.addThemeVariants(ButtonVariant.TERTIARY);
        down.addThemeVariants(ButtonVariant.TERTIARY);
        earlier.add(up);
        later.add(down);
        add(earlier, body, later);
        ClientScript.loadFor(this);
    }

    private void turn(int pages) {
        int line = first + pages * PAGE;
        showPageOf(line);
        scrollToLine(pages > 0 ? line : line + PAGE - 1);
    }

    private void showPageOf(int line) {
        int page = (Math.clamp(line, 1, html.size()) - 1) / PAGE;
        if (first == page * PAGE + 1) {
            return;
        }
        first = page * PAGE + 1;
        int last = Math.min(html.size(), first + PAGE - 1);
        body.removeAll();
        body.add(new Html(page(new Lines(first, last))));
        earlier.setVisible(first > 1);
        later.setVisible(last < html.size());
    }

    private String page(Lines lines) {
        StringBuilder page = new StringBuilder("<div>");
        for (int line = lines.first(); line <= lines.last(); line++) {
            String separator = separators.get(line);
            if (separator != null) {
                page.append("<div class=\"separator\">")
                        .append(CodeHighlighter.escaped(separator))
                        .append("</div>");
            }
            boolean cited = highlighted != null && highlighted.contains(line);
            page.append(cited ? "<div class=\"line cited\" id=\"L" : "<div class=\"line\" id=\"L")
                    .append(line + offset)
                    .append("\"><span class=\"number\" data-line=\"")
                    .append(line + offset)
                    .append("\"></span><code>")
                    .append(html.get(line - 1))
                    .append("</code></div>");
        }
        return page.append("</div>").toString();
    }
}
