package io.opslore.library.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.opslore.kit.Confirmation;
import io.opslore.kit.IconButton;
import io.opslore.library.Document;
import io.opslore.library.DocumentId;
import io.opslore.library.Space;
import java.util.List;
import java.util.Set;

/** Documents of a space that fewer may see than the space; several can be widened at once. */
final class NarrowedDocuments extends Div {

    private final AccessActions actions;
    private final Grid<Document> grid = new Grid<>();
    private final TextField filter = new TextField();
    private final Button narrow = new Button(new Icon(VaadinIcon.LOCK));
    private final Button widen = new Button(new Icon(VaadinIcon.UNLOCK));

    NarrowedDocuments(Space space, AccessActions actions) {
        this.actions = actions;
        addClassName("narrowed-documents");
        var found = actions.narrowedIn(space.id()).withConfigurableFilter();
        filter.setPlaceholder(getTranslation("access.narrowed.filter"));
        filter.setAriaLabel(getTranslation("access.narrowed.filter"));
        filter.setPrefixComponent(new Icon(VaadinIcon.SEARCH));
        filter.setClearButtonVisible(true);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addValueChangeListener(change -> found.setFilter(change.getValue()));
        grid.setItems(found);
        layOut();
    }

    private void layOut() {
        narrow.addClickListener(click -> narrow(chosen()));
        widen.addClickListener(click -> askToWiden(chosen()));
        grid.addClassNames("admin-grid", "narrowed-grid");
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        grid.addSelectionListener(change -> offer(change.getAllSelectedItems()));
        grid.addComponentColumn(NarrowedDocuments::name)
                .setHeader(getTranslation("sources.document"))
                .setFlexGrow(1);
        grid.addComponentColumn(this::edit).setAutoWidth(true).setFlexGrow(0);
        grid.setEmptyStateText(getTranslation("access.narrowed.none"));
        offer(Set.of());
        Div bar = new Div(filter, narrow, widen);
        bar.addClassName("admin-toolbar");
        add(bar, grid);
    }

    private void offer(Set<Document> selected) {
        narrow.setText(getTranslation("access.narrow.chosen", selected.size()));
        narrow.setVisible(!selected.isEmpty());
        widen.setText(getTranslation("access.widen.chosen", selected.size()));
        widen.setVisible(!selected.isEmpty());
    }

    private List<DocumentId> chosen() {
        return grid.getSelectedItems().stream().map(Document::id).toList();
    }

    private void narrow(List<DocumentId> these) {
        new NarrowDialog(these, actions, this::refresh).open();
    }

    private void askToWiden(List<DocumentId> these) {
        Confirmation.ask(
                getTranslation("access.widen.title", these.size()),
                getTranslation("access.widen.text"),
                getTranslation("access.widen"),
                () -> {
                    actions.widen(these);
                    refresh();
                });
    }

    private void refresh() {
        grid.deselectAll();
        grid.getDataProvider().refreshAll();
    }

    private static Div name(Document document) {
        Anchor link = new Anchor(DocumentNavigation.address(document.id()), document.title());
        link.setTitle(document.title());
        Span path = new Span(document.path());
        path.addClassName("secondary");
        path.setTitle(document.path());
        Div name = new Div(link, path);
        name.addClassName("two-lines");
        return name;
    }

    private IconButton edit(Document document) {
        return new IconButton(
                VaadinIcon.LOCK,
                getTranslation("access.who.document", document.title()),
                () -> narrow(List.of(document.id())));
    }
}
