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
import java.util.Locale;
import java.util.Map;

/** A revision's text, as it reads or as it was written, with its outline beside it. */
final class DocumentReader extends Div {

    private final OpenedDocument opened;
    private final RelativeLinks links;
    private final Tabs tabs = new Tabs();
    private final Tab rendered = new Tab();
    private final Tab source = new Tab();
    private final Div page = new Div();

    DocumentReader(OpenedDocument opened, RelativeLinks links) {
        this.opened = opened;
        this.links = links;
        addClassName("document-reader");
        opened.text().ifPresentOrElse(this::layOut, this::layOutWithoutText);
    }

    private void layOut(RevisionText text) {
        ShownText shown = new ShownText(opened, text, links);
        page.addClassName("document-page");
        page.getElement()
                .setAttribute(
                        "data-address",
                        DocumentNavigation.address(opened.document().id(), opened.shown().id()));
        ViewerScript.loadFor(this);
        addAttachListener(attached -> getElement().executeJs("window.opsloreViewer.follow(this)"));
        rendered.setLabel(getTranslation(shown.renderedName()));
        source.setLabel(getTranslation(shown.sourceName()));
        tabs.add(rendered, source);
        tabs.setVisible(shown.hasRendering());
        tabs.addSelectedChangeListener(change -> show(shown));
        Div column = new Div(tabs, page);
        column.addClassName("document-column");
        Outline outline = new Outline(text.blocks(), this::scrollTo);
        add(outline, column);
        show(shown);
    }

    /** Pages without text, scanned ones for instance, can still be looked at. */
    private void layOutWithoutText() {
        boolean pdf = opened.shown().path().toLowerCase(Locale.ROOT).endsWith(".pdf");
        add(pdf && opened.release().drawn() ? pages() : noText());
    }

    private Div pages() {
        page.addClassName("document-column");
        page.add(new PdfPages(Originals.address(opened.shown().id()), Map.of()));
        return page;
    }

    private EmptyState noText() {
        return new EmptyState(
                VaadinIcon.FILE_REMOVE,
                getTranslation("document.noText"),
                getTranslation("document.noText.hint"));
    }

    private void show(ShownText shown) {
        boolean asWritten = !shown.hasRendering() || tabs.getSelectedTab() == source;
        page.removeAll();
        page.add(asWritten ? shown.source() : shown.rendered());
        page.getElement()
                .executeJs(
                        "window.opsloreViewer.drawDiagrams(this, $0, $1)",
                        getTranslation("viewer.diagram"),
                        getTranslation("viewer.diagram.source"));
        LineRange lines = opened.lines();
        String heading = opened.place().heading();
        if (lines != null) {
            scrollTo(lines.first());
        } else if (heading != null) {
            page.getChildren()
                    .filter(MarkdownBlocks.class::isInstance)
                    .forEach(blocks -> ((MarkdownBlocks) blocks).scrollToHeading(heading));
        }
    }

    private void scrollTo(int line) {
        page.getChildren().forEach(shown -> scrollTo(shown, line));
    }

    private static void scrollTo(Component shown, int line) {
        switch (shown) {
            case MarkdownBlocks blocks -> blocks.scrollToLine(line);
            case CodeLines lines -> lines.scrollToLine(line);
            case Picture picture -> {}
            // Brings what is cited into view by itself, once it is drawn.
            case PdfPages pages -> {}
            default -> throw new IllegalStateException("Unknown kind of text");
        }
    }
}
