package io.opslore.kit;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;

/**
 * Shows Markdown. Showing a longer version of the same text replaces only the blocks that differ,
 * so that what is being read stays where it is.
 */
public final class MarkdownBlocks extends Div {

    private static final String NEAREST_MARKER = "event.target.closest('a.cite')";

    private final List<HtmlBlock> shown = new ArrayList<>();
    private final List<Html> parts = new ArrayList<>();

    public MarkdownBlocks() {
        addClassName("prose");
        ClientScript.loadFor(this);
    }

    /** The words that renderings need, in the language of the current page. */
    public static MarkdownOptions.Labels labels() {
        return new MarkdownOptions.Labels(
                I18NProvider.translate("kit.copy"),
                I18NProvider.translate("kit.image"),
                I18NProvider.translate("kit.link"),
                kind -> I18NProvider.translate("kit.note." + kind.toLowerCase(Locale.ROOT)));
    }

    /** Shows the text instead of what was shown before. */
    public void show(String markdown, MarkdownOptions options) {
        List<HtmlBlock> blocks = MarkdownRenderer.render(markdown, options);
        for (int i = 0; i < blocks.size(); i++) {
            showBlock(i, blocks.get(i));
        }
        while (parts.size() > blocks.size()) {
            remove(parts.removeLast());
            shown.removeLast();
        }
    }

    /** Called with the number of a citation marker that was clicked. */
    public void onCite(IntConsumer listener) {
        getElement()
                .addEventListener(
                        "click",
                        event ->
                                listener.accept(
                                        Integer.parseInt(
                                                event.getEventData()
                                                        .path(NEAREST_MARKER + ".dataset.cite")
                                                        .asString())))
                // Only a plain click stays here; with a modifier the browser opens the link itself.
                .setFilter(
                        NEAREST_MARKER
                                + " && !event.ctrlKey && !event.metaKey && !event.shiftKey"
                                + " && (event.preventDefault(), true)")
                .addEventData(NEAREST_MARKER + ".dataset.cite");
    }

    /** Brings the block that holds a source line into view. */
    public void scrollToLine(int line) {
        for (int i = shown.size() - 1; i >= 0; i--) {
            if (shown.get(i).lines().first() <= line) {
                getElement().executeJs("window.opslore.show(this, this.children[$0])", i);
                return;
            }
        }
    }

    /** Brings a heading into view, named as links name it. */
    public void scrollToHeading(String heading) {
        getElement()
                .executeJs(
                        "window.opslore.showHeading(this, $0)",
                        SafeHtml.ANCHOR_PREFIX + HeadingAnchors.slug(heading));
    }

    /** Puts the keyboard on a citation marker. */
    public void focusMarker(int marker) {
        getElement().executeJs("window.opslore.focusMarker(this, $0)", marker);
    }

    private String marked(HtmlBlock block) {
        return Placeholders.marked(block.html(), getTranslation("kit.masked"));
    }

    private void showBlock(int at, HtmlBlock block) {
        if (at == parts.size()) {
            Html part = new Html(marked(block));
            add(part);
            parts.add(part);
            shown.add(block);
        } else if (!shown.get(at).html().equals(block.html())) {
            parts.get(at).setHtmlContent(marked(block));
            shown.set(at, block);
        } else {
            shown.set(at, block);
        }
    }
}
