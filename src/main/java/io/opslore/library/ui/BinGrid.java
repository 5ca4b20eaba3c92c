package io.opslore.library.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.opslore.kit.IconButton;
import io.opslore.kit.ReaderDates;
import io.opslore.kit.TimeText;
import io.opslore.library.Binned;
import io.opslore.library.Document;
import java.util.List;
import java.util.Optional;

/** Documents in the bin, the latest first; only visible rows are sent. */
final class BinGrid extends Grid<Document> {

    private final boolean mayPurge;
    private final BinChoices choices;
    private final List<Column<Document>> wideOnly;

    BinGrid(List<Document> documents, boolean mayPurge, BinChoices choices) {
        this.mayPurge = mayPurge;
        this.choices = choices;
        addClassName("bin-grid");
        addThemeVariants(GridVariant.NO_BORDER);
        addComponentColumn(this::name).setHeader(getTranslation("sources.document")).setFlexGrow(1);
        wideOnly =
                List.of(
                        addColumn(document -> binned(document).map(Binned::by).orElse(""))
                                .setHeader(getTranslation("bin.by"))
                                .setWidth("11rem")
                                .setFlexGrow(0),
                        addComponentColumn(this::removed)
                                .setHeader(getTranslation("bin.at"))
                                .setWidth("10rem")
                                .setFlexGrow(0),
                        addColumn(document -> ReaderDates.text(choices.lastDay(document)))
                                .setHeader(getTranslation("bin.until"))
                                .setWidth("10rem")
                                .setFlexGrow(0));
        addComponentColumn(this::actions).setAutoWidth(true).setFlexGrow(0);
        setSelectionMode(SelectionMode.MULTI);
        setItems(documents);
    }

    /** Leaves out what a narrow page has no room for; the first column says the most of it. */
    void setNarrow(boolean narrow) {
        wideOnly.forEach(column -> column.setVisible(!narrow));
        setClassName("narrow", narrow);
    }

    private static Optional<Binned> binned(Document document) {
        return Optional.ofNullable(document.binned());
    }

    private Div name(Document document) {
        Div first =
                new Div(new Anchor(DocumentNavigation.address(document.id()), document.title()));
        first.addClassName("document-name");
        Span path = new Span(document.path());
        path.addClassName("secondary");
        Div facts =
                new Div(
                        new Span(binned(document).map(Binned::by).orElse("")),
                        new Span(
                                getTranslation(
                                        "bin.untilDay",
                                        ReaderDates.text(choices.lastDay(document)))));
        facts.addClassNames("facts", "if-narrow");
        Div name = new Div(first, path, facts);
        name.addClassName("two-lines");
        return name;
    }

    private Span removed(Document document) {
        Span when = new Span();
        binned(document).ifPresent(binned -> when.add(new TimeText(binned.at())));
        return when;
    }

    private Div actions(Document document) {
        Div actions =
                new Div(
                        new IconButton(
                                VaadinIcon.ARROW_BACKWARD,
                                getTranslation("bin.restore.one", document.title()),
                                () -> choices.bringBack(List.of(document))));
        if (mayPurge) {
            actions.add(
                    new IconButton(
                            VaadinIcon.TRASH,
                            getTranslation("bin.purge.one", document.title()),
                            () -> choices.purge(List.of(document))));
        }
        actions.addClassName("row-actions");
        return actions;
    }
}
