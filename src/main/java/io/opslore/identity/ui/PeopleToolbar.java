package io.opslore.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.opslore.identity.GroupName;
import io.opslore.identity.PeopleFilter;
import io.opslore.identity.PersonState;
import io.opslore.identity.RoleName;
import java.util.Optional;
import java.util.function.Consumer;

/** By what a list of people is narrowed. */
final class PeopleToolbar extends Div {

    private final TextField text = new TextField(getTranslation("people.filter"));
    private final ComboBox<RoleName> role;
    private final ComboBox<GroupName> group;
    private final Select<PersonState> state = new Select<>();
    private final Consumer<PeopleFilter> filtered;

    PeopleToolbar(Choices choices, Consumer<PeopleFilter> filtered) {
        this.filtered = filtered;
        role = choices.role(getTranslation("people.role"));
        group = choices.group(getTranslation("people.group"));
        layOut();
    }

    private void layOut() {
        addClassName("admin-toolbar");
        Icon search = new Icon(VaadinIcon.SEARCH);
        search.getElement().setAttribute("aria-hidden", "true");
        text.addClassName("people-filter");
        text.setPrefixComponent(search);
        text.setClearButtonVisible(true);
        text.setPlaceholder(getTranslation("people.filter.hint"));
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(change -> changed());
        role.setClearButtonVisible(true);
        role.addValueChangeListener(change -> changed());
        group.setClearButtonVisible(true);
        group.addValueChangeListener(change -> changed());
        state.setLabel(getTranslation("people.state"));
        state.setItems(PersonState.values());
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(getTranslation("people.anyState"));
        state.setItemLabelGenerator(
                it -> it == null ? getTranslation("people.anyState") : Wording.state(it));
        state.addValueChangeListener(change -> changed());
        add(text, role, group, state);
    }

    /** Puts a part at the end of the bar. */
    void append(Component part) {
        add(part);
    }

    private void changed() {
        filtered.accept(
                new PeopleFilter(
                        text.getValue(),
                        Optional.ofNullable(role.getValue()).map(RoleName::role).orElse(null),
                        Optional.ofNullable(group.getValue()).map(GroupName::id).orElse(null),
                        state.getValue()));
    }
}
