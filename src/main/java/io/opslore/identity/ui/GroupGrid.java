package io.opslore.identity.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.provider.DataProvider;
import io.opslore.identity.Group;
import io.opslore.identity.GroupId;
import io.opslore.identity.GroupName;
import io.opslore.kit.EmptyState;
import io.opslore.kit.Narrow;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Groups as rows, by name; only those in sight are read. */
final class GroupGrid extends Grid<Group> {

    private final List<Column<Group>> wideOnly;
    private String text = "";

    GroupGrid(GroupDesk desk, Consumer<GroupId> open) {
        addClassNames("admin-grid", "people-grid");
        addThemeVariants(GridVariant.NO_BORDER);
        addComponentColumn(this::name).setHeader(getTranslation("groups.name")).setFlexGrow(2);
        wideOnly =
                List.of(
                        addColumn(Group::members)
                                .setHeader(getTranslation("groups.members"))
                                .setWidth("7rem")
                                .setFlexGrow(0),
                        addComponentColumn(group -> Wording.roles(group.roles()))
                                .setHeader(getTranslation("people.roles"))
                                .setFlexGrow(1),
                        addComponentColumn(group -> names(group.inner()))
                                .setHeader(getTranslation("groups.inner"))
                                .setFlexGrow(1),
                        addComponentColumn(group -> names(group.outer()))
                                .setHeader(getTranslation("groups.outer"))
                                .setFlexGrow(1));
        setSelectionMode(SelectionMode.NONE);
        addItemClickListener(click -> open.accept(click.getItem().id()));
        setDataProvider(
                DataProvider.fromCallbacks(
                        query -> desk.page(text, query.getOffset(), query.getLimit()).stream(),
                        query -> desk.count(text)));
        showEmpty("groups.none");
    }

    /** Shows those with the text in their name or description. */
    void show(String wanted) {
        text = wanted;
        showEmpty(wanted.isBlank() ? "groups.none" : "groups.nothing");
        reload();
    }

    /** Reads the rows in sight anew. */
    void reload() {
        getDataProvider().refreshAll();
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

    private void showEmpty(String key) {
        setEmptyStateComponent(
                new EmptyState(
                        VaadinIcon.USERS, getTranslation(key), getTranslation(key + ".hint")));
    }

    private Div name(Group group) {
        Span first = new Span(group.name());
        first.addClassName("person-name");
        first.setTitle(group.name());
        Span description = new Span(group.description());
        description.addClassName("secondary");
        description.setTitle(group.description());
        description.setVisible(!group.description().isEmpty());
        Div facts = new Div(new Span(getTranslation("groups.members") + ": " + group.members()));
        facts.addClassNames("facts", "if-narrow");
        Div name = new Div(first, description, facts);
        name.addClassName("two-lines");
        return name;
    }

    private static Span names(Collection<GroupName> groups) {
        Span line = new Span(String.join(", ", groups.stream().map(GroupName::name).toList()));
        line.addClassName("long");
        line.setTitle(line.getText());
        return line;
    }
}
