package io.opslore.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.opslore.identity.Group;
import io.opslore.identity.GroupName;
import io.opslore.kit.IconButton;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** What a group gives its members, and which groups are within it. */
final class GroupRights extends Div {

    private final GroupDesk desk;
    private final Choices choices;
    private final Runnable changed;

    GroupRights(Group group, GroupDesk desk, Choices choices, Runnable changed) {
        this.desk = desk;
        this.choices = choices;
        this.changed = changed;
        addClassName("person-rights");
        show(group);
    }

    private void show(Group group) {
        removeAll();
        add(new H3(getTranslation("people.roles")));
        add(
                list(
                        group.roles(),
                        Wording::role,
                        "people.take.one",
                        role -> act(() -> desk.take(role, group.id()), group)));
        add(nothing("groups.roles.none", group.roles()));
        add(
                adding(
                        choices.role(""),
                        "people.give",
                        role -> act(() -> desk.give(role, group.id()), group)));
        add(new H3(getTranslation("groups.inner")));
        if (group.outer().isEmpty()) {
            showInner(group);
        } else {
            add(secondary(getTranslation("groups.within", group.outer().getFirst().name())));
        }
    }

    private void showInner(Group group) {
        add(
                list(
                        group.inner(),
                        GroupName::name,
                        "groups.inner.remove",
                        inner -> act(() -> desk.unnest(inner, group.id()), group)));
        add(nothing("groups.inner.none", group.inner()));
        add(
                adding(
                        choices.group(""),
                        "groups.inner.add",
                        inner -> act(() -> desk.nest(inner, group.id()), group)));
    }

    private void act(Runnable change, Group group) {
        change.run();
        Attempt.of(() -> desk.group(group.id())).ifPresent(this::show);
        changed.run();
    }

    private <T> UnorderedList list(
            List<T> items, Function<T, String> name, String remove, Consumer<T> removed) {
        UnorderedList list = new UnorderedList();
        list.addClassName("sourced-list");
        items.forEach(item -> {
            Span words = new Span(name.apply(item));
            words.addClassName("long");
            list.add(
                    new ListItem(
                            words,
                            new IconButton(
                                    VaadinIcon.CLOSE_SMALL,
                                    getTranslation(remove, name.apply(item)),
                                    () -> removed.accept(item))));
        });
        return list;
    }

    private <T> ComboBox<T> adding(ComboBox<T> field, String label, Consumer<T> added) {
        field.setPlaceholder(getTranslation(label));
        field.setAriaLabel(getTranslation(label));
        field.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                added.accept(change.getValue());
            }
        });
        return field;
    }

    private Component nothing(String key, List<?> items) {
        Paragraph nothing = secondary(getTranslation(key));
        nothing.setVisible(items.isEmpty());
        return nothing;
    }

    private static Paragraph secondary(String text) {
        Paragraph paragraph = new Paragraph(text);
        paragraph.addClassName("secondary");
        return paragraph;
    }
}
