package io.opslore.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.opslore.kit.DiffCounts;
import io.opslore.kit.DiffLayout;
import io.opslore.kit.DiffView;
import io.opslore.kit.IconButton;
import io.opslore.kit.TimeText;
import io.opslore.library.Binned;
import io.opslore.library.Change;
import io.opslore.library.ChangeKind;
import io.opslore.library.Document;
import io.opslore.library.Revision;
import io.opslore.library.Space;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Changed documents, the latest first; read a page at a time while the reader scrolls. */
final class ChangeGrid extends Grid<Change> {

    private final List<Space> spaces;
    private final ChangeReading reading;
    private final List<Column<Change>> wideOnly;

    ChangeGrid(ChangesAsked asked, List<Space> spaces, ChangeReading reading) {
        this.spaces = spaces;
        this.reading = reading;
        addClassName("change-grid");
        addThemeVariants(GridVariant.NO_BORDER);
        addComponentColumn(this::kind)
                .setHeader(getTranslation("changes.what"))
                .setWidth("8.5rem")
                .setFlexGrow(0);
        addComponentColumn(this::name).setHeader(getTranslation("sources.document")).setFlexGrow(1);
        wideOnly =
                List.of(
                        addColumn(ChangeGrid::who)
                                .setHeader(getTranslation("changes.who"))
                                .setWidth("10rem")
                                .setFlexGrow(0),
                        addComponentColumn(change -> new TimeText(change.at()))
                                .setHeader(getTranslation("changes.when"))
                                .setWidth("9rem")
                                .setFlexGrow(0),
                        addComponentColumn(this::counts)
                                .setHeader(getTranslation("changes.lines"))
                                .setWidth("8rem")
                                .setFlexGrow(0));
        addComponentColumn(this::actions).setWidth("6.5rem").setFlexGrow(0);
        setSelectionMode(SelectionMode.NONE);
        setDetailsVisibleOnClick(false);
        setItemDetailsRenderer(new ComponentRenderer<>(this::difference));
        setItems(query -> reading.some(asked, query.getOffset(), query.getLimit()).stream());
    }

    /** Leaves out what a narrow page has no room for; the second column says the most of it. */
    void setNarrow(boolean narrow) {
        wideOnly.forEach(column -> column.setVisible(!narrow));
        getColumns().getFirst().setVisible(!narrow);
        setClassName("narrow", narrow);
    }

    private Component kind(Change change) {
        Span kind = new Span(kindIcon(change.kind()), new Span(kindName(change.kind())));
        kind.addClassNames("change-kind", change.kind().name().toLowerCase(Locale.ROOT));
        return kind;
    }

    private static Icon kindIcon(ChangeKind kind) {
        Icon icon =
                new Icon(
                        switch (kind) {
                            case ADDED -> VaadinIcon.PLUS_CIRCLE_O;
                            case CHANGED -> VaadinIcon.PENCIL;
                            case REMOVED -> VaadinIcon.TRASH;
                        });
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }

    private String kindName(ChangeKind kind) {
        return getTranslation("changes.kind." + kind.name());
    }

    private Div name(Change change) {
        Document document = change.document();
        Div first = new Div();
        first.addClassName("document-name");
        first.add(
                change.kind() == ChangeKind.REMOVED
                        ? new Span(document.title())
                        : new Anchor(DocumentNavigation.address(document.id()), document.title()));
        Span path = new Span(spaceName(document) + " / " + document.path());
        path.addClassName("secondary");
        Div facts =
                new Div(
                        new Span(kindName(change.kind())),
                        new Span(who(change)),
                        new TimeText(change.at()));
        facts.addClassNames("facts", "if-narrow");
        Div name = new Div(first, path, facts);
        name.addClassName("two-lines");
        return name;
    }

    private String spaceName(Document document) {
        return spaces.stream()
                .filter(space -> space.id().equals(document.space()))
                .map(Space::name)
                .findFirst()
                .orElse("");
    }

    private static String who(Change change) {
        Revision after = change.after();
        return after == null
                ? Optional.ofNullable(change.document().binned()).map(Binned::by).orElse("")
                : after.author();
    }

    private Component counts(Change change) {
        return reading.difference(change)
                .<Component>map(diff -> new DiffCounts(diff.added(), diff.removed()))
                .orElseGet(Span::new);
    }

    private Div actions(Change change) {
        Div actions = new Div();
        actions.addClassName("row-actions");
        Revision before = change.before();
        Revision after = change.after();
        if (before != null && after != null) {
            IconButton unfold =
                    new IconButton(
                            VaadinIcon.CHEVRON_DOWN_SMALL,
                            getTranslation("changes.unfold", change.document().title()),
                            () -> setDetailsVisible(change, !isDetailsVisible(change)));
            Anchor compare =
                    new Anchor(
                            DocumentNavigation.compareAddress(
                                    change.document().id(), before.id(), after.id()),
                            "");
            compare.add(new Icon(VaadinIcon.SPLIT_H));
            compare.addClassName("icon-link");
            String name = getTranslation("changes.compare", change.document().title());
            compare.setAriaLabel(name);
            compare.setTitle(name);
            actions.add(unfold, compare);
        }
        return actions;
    }

    /** Read only now that somebody has unfolded it. */
    private Component difference(Change change) {
        Div details = new Div();
        details.addClassName("change-details");
        Optional<List<String>> before = reading.lines(change.before());
        Optional<List<String>> after = reading.lines(change.after());
        details.add(
                before.isPresent() && after.isPresent()
                        ? new DiffView(before.get(), after.get(), DiffLayout.INLINE)
                        : Note.quiet(VaadinIcon.FILE_REMOVE, getTranslation("changes.noText")));
        return details;
    }
}
