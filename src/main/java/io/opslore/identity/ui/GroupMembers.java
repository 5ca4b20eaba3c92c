package io.opslore.identity.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.opslore.identity.Group;
import io.opslore.identity.PeopleFilter;
import io.opslore.identity.PeopleOrder;
import io.opslore.identity.PersonRow;
import io.opslore.kit.IconButton;
import java.util.Set;

/** Who is in a group, themselves or by a nested one; people come and go here. */
final class GroupMembers extends Div {

    private final Group group;
    private final PeopleDesk desk;
    private final Runnable changed;
    private final Grid<PersonRow> members = new Grid<>();
    private String text = "";

    GroupMembers(Group group, PeopleDesk desk, Runnable changed) {
        this.group = group;
        this.desk = desk;
        this.changed = changed;
        addClassName("group-members");
        add(new Div(newcomer(), search()), layOut());
    }

    private Grid<PersonRow> layOut() {
        members.addThemeVariants(GridVariant.NO_BORDER, GridVariant.NO_ROW_BORDERS);
        members.addComponentColumn(GroupMembers::name).setFlexGrow(1);
        members.addComponentColumn(this::remove).setAutoWidth(true).setFlexGrow(0);
        members.setSelectionMode(Grid.SelectionMode.NONE);
        members.setEmptyStateText(getTranslation("groups.members.none"));
        members.setDataProvider(
                DataProvider.fromCallbacks(
                        query ->
                                desk
                                        .page(
                                                filter(),
                                                PeopleOrder.BY_NAME,
                                                query.getOffset(),
                                                query.getLimit())
                                        .stream(),
                        query -> desk.count(filter())));
        return members;
    }

    private ComboBox<PersonRow> newcomer() {
        ComboBox<PersonRow> field = new ComboBox<>();
        field.setPlaceholder(getTranslation("groups.members.add"));
        field.setAriaLabel(getTranslation("groups.members.add"));
        field.setItemLabelGenerator(row ->
                row.name().equals(row.username())
                        ? row.username()
                        : row.name() + " (" + row.username() + ")");
        field.setItemsWithFilterConverter(
                query ->
                        desk
                                .page(
                                        all(query.getFilter().orElse("")),
                                        PeopleOrder.BY_NAME,
                                        query.getOffset(),
                                        query.getLimit())
                                .stream(),
                query -> desk.count(all(query.getFilter().orElse(""))),
                typed -> typed);
        field.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                act(new Deed.Join(group.called()), change.getValue());
                field.clear();
            }
        });
        return field;
    }

    private TextField search() {
        TextField field = new TextField();
        field.setPlaceholder(getTranslation("groups.members.find"));
        field.setAriaLabel(getTranslation("groups.members.find"));
        field.setClearButtonVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(change -> {
            text = change.getValue();
            members.getDataProvider().refreshAll();
        });
        return field;
    }

    private static Div name(PersonRow row) {
        Span first = new Span(row.name());
        first.setTitle(row.name());
        Span username = new Span(row.username());
        username.addClassName("secondary");
        Div name = new Div(first, username);
        name.addClassName("two-lines");
        return name;
    }

    private IconButton remove(PersonRow row) {
        return new IconButton(
                VaadinIcon.CLOSE_SMALL,
                getTranslation("groups.members.remove", row.name()),
                () -> act(new Deed.Leave(group.called()), row));
    }

    private void act(Deed deed, PersonRow row) {
        desk.change(
                deed,
                Set.of(row.id()),
                () -> {
                    members.getDataProvider().refreshAll();
                    changed.run();
                });
    }

    private PeopleFilter filter() {
        return new PeopleFilter(text, null, group.id(), null);
    }

    private static PeopleFilter all(String text) {
        return new PeopleFilter(text, null, null, null);
    }
}
