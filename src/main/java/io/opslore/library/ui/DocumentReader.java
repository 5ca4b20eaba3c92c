package io.opslore.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import io.opslore.kit.CodeLines;
import io.opslore.kit.EmptyState;
import io.opslore.kit.MarkdownBlocks;
import io.opslore.library.LineRange;
import io.opslore.library.RevisionText;
import java.util.function.UnaryOperator;

/** A revision's text, as it reads or as it was written, with its outline beside it. */
final class DocumentReader extends Div {

    private final OpenedDocument opened;
    private final UnaryOperator<String> links;
    private final Tabs tabs = new Tabs();
    private final Tab rendered = new Tab(getTranslation("document.rendered"));
    private final Tab source = new Tab(getTranslation("document.source"));
    private final Div page = new Div();

    DocumentReader(OpenedDocument opened, UnaryOperator<String> links) {
        this.opened = opened;
        this.links = links;
        addClassName("document-reader");
        opened.text().ifPresentOrElse(this::layOut, this::layOutWithoutText);
    }

    private void layOut(RevisionText text) {
        page.addClassName("document-page");
        tabs.add(rendered, source);
        tabs.setVisible(ShownText.hasRendering(text.format()));
        tabs.addSelectedChangeListener(change -> show(text));
        Div column = new Div(tabs, page);
        column.addClassName("document-column");
        Outline outline = new Outline(text.blocks(), this::scrollTo);
        add(outline, column);
        show(text);
    }

    private void layOutWithoutText() {
        add(
                new EmptyState(
                        VaadinIcon.FILE_REMOVE,
                        getTranslation("document.noText"),
                        getTranslation("document.noText.hint")));
    }

    private void show(RevisionText text) {
        boolean asWritten =
                !ShownText.hasRendering(text.format()) || tabs.getSelectedTab() == source;
        page.removeAll();
        page.add(
                asWritten
                        ? ShownText.source(text, opened.lines())
                        : ShownText.rendered(text, opened.lines(), links));
        LineRange lines = opened.lines();
        if (lines != null) {
            scrollTo(lines.first());
        }
    }

    private void scrollTo(int line) {
        page.getChildren().forEach(shown -> scrollTo(shown, line));
    }

    private static void scrollTo(Component shown, int line) {
        switch (shown) {
            case MarkdownBlocks blocks -> blocks.scrollToLine(line);
            case CodeLines lines -> lines.scrollToLine(line);
            default -> throw new IllegalStateException("Unknown kind of text");
        }
    }
}
