package io.opslore.models.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.opslore.kit.EmptyState;
import io.opslore.kit.FileSize;
import io.opslore.kit.IconButton;
import io.opslore.kit.TimeText;
import io.opslore.models.ServerOverview;
import io.opslore.models.StoredModel;
import java.util.List;
import java.util.Set;

/** The models on the server's disk. */
final class StoredModels extends Section {

    private final ModelActions actions;
    private final Grid<StoredModel> grid = new Grid<>();
    private final EmptyState nothing;
    private Set<String> keptWarm = Set.of();

    StoredModels(ModelActions actions) {
        this.actions = actions;
        this.nothing =
                new EmptyState(
                        VaadinIcon.DOWNLOAD_ALT,
                        getTranslation("server.stored.nothing"),
                        getTranslation("server.stored.nothing.hint"));
        addClassName("server-section");
        columns();
        add(new H2(getTranslation("server.stored")), nothing, grid);
    }

    void show(List<StoredModel> stored, ServerOverview overview) {
        keptWarm = overview.keptWarm();
        nothing.setVisible(stored.isEmpty());
        grid.setVisible(!stored.isEmpty());
        grid.setItems(stored);
    }

    private void columns() {
        grid.addComponentColumn(this::name)
                .setHeader(getTranslation("server.stored.name"))
                .setWidth("12rem")
                .setFlexGrow(3)
                .setFrozen(true);
        grid.addColumn(model -> (model.parameters() + " " + model.quantisation()).strip())
                .setHeader(getTranslation("server.stored.size"))
                .setWidth("8rem")
                .setFlexGrow(1);
        grid.addColumn(model -> FileSize.text(model.bytes()))
                .setHeader(getTranslation("server.stored.bytes"))
                .setWidth("6rem")
                .setFlexGrow(1);
        grid.addComponentColumn(model -> new TimeText(model.changed()))
                .setHeader(getTranslation("server.stored.changed"))
                .setWidth("8rem")
                .setFlexGrow(1);
        grid.addComponentColumn(this::warm)
                .setHeader(getTranslation("server.stored.warm"))
                .setWidth("7.5rem")
                .setFlexGrow(0);
        grid.addComponentColumn(this::buttons).setWidth("9rem").setFlexGrow(0);
        grid.addClassName("admin-grid");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAllRowsVisible(true);
    }

    private Span name(StoredModel model) {
        Span name = new Span(model.name());
        name.addClassName("long");
        name.getElement().setAttribute("title", model.name());
        return name;
    }

    private Checkbox warm(StoredModel model) {
        Checkbox warm = new Checkbox(keptWarm.contains(model.name()));
        warm.setAriaLabel(getTranslation("server.stored.warm.of", model.name()));
        warm.addValueChangeListener(change -> actions.keepWarm(model.name(), change.getValue()));
        return warm;
    }

    private Div buttons(StoredModel model) {
        Div buttons =
                new Div(
                        new IconButton(
                                VaadinIcon.FIRE,
                                getTranslation("server.warmUp", model.name()),
                                () -> actions.warmUp(model.name())),
                        new IconButton(
                                VaadinIcon.REFRESH,
                                getTranslation("server.update", model.name()),
                                () -> actions.pull(model.name())),
                        new IconButton(
                                VaadinIcon.TRASH,
                                getTranslation("server.delete.of", model.name()),
                                () -> actions.delete(model)));
        buttons.addClassName("server-buttons");
        return buttons;
    }
}
