package io.opslore.connections.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.opslore.connections.Connection;
import io.opslore.kit.EmptyState;
import io.opslore.kit.IconButton;
import io.opslore.kit.Narrow;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The connections; a handful, so all at once. */
class ConnectionGrid extends Grid<Connection> {

    private final Map<?, String> spaces;
    private final Consumer<Connection> open;
    private final Consumer<Connection> remove;
    private List<Column<Connection>> wideOnly = List.of();

    /**
     * @param spaces the names of those that the reader may read, by id
     */
    ConnectionGrid(
            List<Connection> connections,
            Map<?, String> spaces,
            Consumer<Connection> open,
            Consumer<Connection> remove) {
        this.spaces = spaces;
        this.open = open;
        this.remove = remove;
        addClassName("admin-grid");
        setSelectionMode(SelectionMode.NONE);
        setEmptyStateComponent(
                new EmptyState(
                        VaadinIcon.PLUG,
                        getTranslation("connections.none"),
                        getTranslation("connections.none.hint")));
        columns();
        addItemClickListener(click -> open.accept(click.getItem()));
        setItems(connections);
    }

    private void columns() {
        addComponentColumn(this::name)
                .setHeader(getTranslation("connections.name"))
                .setFlexGrow(2)
                .setWidth("11rem");
        wideOnly =
                List.of(
                        addColumn(connection -> KindText.name(connection.kind()))
                                .setHeader(getTranslation("connections.kind"))
                                .setFlexGrow(1)
                                .setWidth("7rem"),
                        addColumn(this::space)
                                .setHeader(getTranslation("connections.space"))
                                .setFlexGrow(1)
                                .setWidth("8rem"));
        addComponentColumn(this::buttons)
                .setTextAlign(ColumnTextAlign.END)
                .setFrozenToEnd(true)
                .setWidth("6.5rem")
                .setFlexGrow(0);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        Narrow.watch(this, attached.getUI(), this::setNarrow);
    }

    private void setNarrow(boolean narrow) {
        wideOnly.forEach(column -> column.setVisible(!narrow));
        setClassName("narrow", narrow);
    }

    /** With all that the columns say that a phone has no room for. */
    private Div name(Connection connection) {
        Span id = ellipsed(connection.id().value());
        id.addClassName("connection-id");
        Div facts =
                new Div(new Span(KindText.name(connection.kind())), new Span(space(connection)));
        facts.addClassNames("facts", "if-narrow");
        return new Div(ellipsed(connection.name()), id, facts);
    }

    private static Span ellipsed(String text) {
        Span span = new Span(text);
        span.addClassName("long");
        span.setTitle(text);
        return span;
    }

    private String space(Connection connection) {
        String name = spaces.get(connection.space());
        return name == null ? getTranslation("connections.space.hidden") : name;
    }

    private Div buttons(Connection connection) {
        return new Div(
                new IconButton(
                        VaadinIcon.EDIT,
                        getTranslation("connections.edit", connection.name()),
                        () -> open.accept(connection)),
                new IconButton(
                        VaadinIcon.TRASH,
                        getTranslation("connections.remove.this", connection.name()),
                        () -> remove.accept(connection)));
    }
}
