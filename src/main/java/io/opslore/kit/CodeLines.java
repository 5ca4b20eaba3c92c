package io.opslore.kit;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.I18NProvider;
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

    private final CodePage text;
    private final int size;
    private final Div earlier = new Div();
    private final Div body = new Div();
    private final Div later = new Div();
    private int first;

    private CodeLines(CodePage text) {
        this.text = text;
        this.size = withoutLastEmpty(text.html());
        layOut();
        Lines highlighted = text.highlighted();
        showPageOf(highlighted == null ? 1 : highlighted.first());
    }

    /** Code in the given language; see {@link CodeHighlighter}. */
    public static CodeLines code(List<String> lines, String language, @Nullable Lines cited) {
        return numbered(CodePage.plain(CodeHighlighter.highlight(lines, language), cited));
    }

    /** A log, its stack traces and repetitions folded unless they are cited. */
    public static CodeLines log(List<String> lines, @Nullable Lines cited) {
        return numbered(
                CodePage.plain(CodeHighlighter.highlight(lines, ""), cited)
                        .folded(LogFolds.of(lines), CodeLines::name));
    }

    /**
     * Prose without markup, its lines wrapped.
     *
     * @param separators what stands above a line, for instance the number of the page it begins
     */
    public static CodeLines prose(
            List<String> lines, Map<Integer, String> separators, @Nullable Lines cited) {
        CodeLines view =
                new CodeLines(
                        CodePage.plain(CodeHighlighter.highlight(lines, ""), cited)
                                .separated(separators));
        view.addClassName("wrapped");
        return view;
    }

    /** A piece of a text with the line numbers it has there, highlighted as a whole. */
    public static CodeLines quote(List<String> lines, int firstLine) {
        CodeLines view =
                numbered(
                        CodePage.plain(
                                        CodeHighlighter.highlight(lines, ""),
                                        new Lines(1, lines.size()))
                                .quoted(firstLine - 1));
        view.addClassName("wrapped");
        return view;
    }

    private static CodeLines numbered(CodePage text) {
        CodeLines view = new CodeLines(text);
        view.addClassName("numbered");
        return view;
    }

    private static String name(LogFolds.Fold fold) {
        int lines = fold.lines().last() - fold.lines().first() + 1;
        return switch (fold.kind()) {
            case TRACE -> I18NProvider.translate("kit.fold.trace", lines);
            case SIMILAR -> I18NProvider.translate("kit.fold.similar", lines);
        };
    }

    /** Brings a line into view, turning to its page. */
    public void scrollToLine(int line) {
        showPageOf(line);
        getElement()
                .executeJs(
                        "window.opslore.show(this, this.querySelector('#L' + $0))",
                        Math.min(line, size));
    }

    /** A text that ends with a line end has no line after it. */
    private static int withoutLastEmpty(List<String> html) {
        int size = html.size();
        return size > 1 && html.getLast().isEmpty() ? size - 1 : size;
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
        int page = (Math.clamp(line, 1, size) - 1) / PAGE;
        if (first == page * PAGE + 1) {
            return;
        }
        first = page * PAGE + 1;
        int last = Math.min(size, first + PAGE - 1);
        body.removeAll();
        String html = text.html(new Lines(first, last));
        body.add(new Html(Placeholders.marked(html, getTranslation("kit.masked"))));
        earlier.setVisible(first > 1);
        later.setVisible(last < size);
    }
}
