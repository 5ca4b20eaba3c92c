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
import io.opslore.identity.GroupName;
import io.opslore.identity.Person;
import io.opslore.identity.RoleName;
import io.opslore.identity.Source;
import io.opslore.kit.IconButton;
import java.util.function.Consumer;

/** Somebody's roles and groups, each with where it comes from; what was given by hand can go. */
final class PersonRights extends Div {

    private final Consumer<Deed> act;

    PersonRights(Person person, Choices choices, Consumer<Deed> act) {
        this.act = act;
        addClassName("person-rights");
        add(new H3(getTranslation("people.roles")), roles(person), giveRole(choices));
        add(new H3(getTranslation("people.groups")), groups(person), joinGroup(choices));
    }

    private Component roles(Person person) {
        if (person.roles().isEmpty()) {
            return nothing("people.noRoles");
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("sourced-list");
        person.roles()
                .forEach(held -> {
                    String name = Wording.role(held.role());
                    list.add(
                            row(
                                    name,
                                    held.source(),
                                    "people.take.one",
                                    new Deed.Take(held.role())));
                });
        return list;
    }

    private Component groups(Person person) {
        if (person.groups().isEmpty()) {
            return nothing("people.noGroups");
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("sourced-list");
        person.groups()
                .forEach(in -> {
                    var group = new GroupName(in.group(), in.name());
                    list.add(
                            row(in.name(), in.source(), "people.leave.one", new Deed.Leave(group)));
                });
        return list;
    }

    private ListItem row(String name, Source source, String remove, Deed deed) {
        Span words = new Span(name);
        words.addClassName("long");
        words.setTitle(name);
        Span from = new Span(Wording.source(source));
        from.addClassNames("secondary", "long");
        from.setTitle(from.getText());
        Div text = new Div(words, from);
        text.addClassName("two-lines");
        ListItem item = new ListItem(text);
        if (source instanceof Source.ByHand) {
            item.add(
                    new IconButton(
                            VaadinIcon.CLOSE_SMALL,
                            getTranslation(remove, name),
                            () -> act.accept(deed)));
        }
        return item;
    }

    private Paragraph nothing(String key) {
        Paragraph nothing = new Paragraph(getTranslation(key));
        nothing.addClassName("secondary");
        return nothing;
    }

    private ComboBox<RoleName> giveRole(Choices choices) {
        ComboBox<RoleName> field = choices.role("");
        field.setPlaceholder(getTranslation("people.give"));
        field.setAriaLabel(getTranslation("people.give"));
        field.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                act.accept(new Deed.Give(change.getValue()));
            }
        });
        return field;
    }

    private ComboBox<GroupName> joinGroup(Choices choices) {
        ComboBox<GroupName> field = choices.group("");
        field.setPlaceholder(getTranslation("people.join"));
        field.setAriaLabel(getTranslation("people.join"));
        field.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                act.accept(new Deed.Join(change.getValue()));
            }
        });
        return field;
    }
}
