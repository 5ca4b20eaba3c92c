package io.opslore.identity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import io.opslore.identity.GroupName;
import io.opslore.identity.NewPerson;
import io.opslore.identity.Profile;
import io.opslore.identity.RoleName;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks who is to get an account. */
final class NewPersonDialog extends Dialog {

    private final Function<NewPerson, Optional<String>> create;
    private final TextField username = new TextField(getTranslation("people.username"));
    private final TextField displayName = new TextField(getTranslation("people.displayName"));
    private final EmailField email = new EmailField(getTranslation("people.email"));
    private final MultiSelectComboBox<RoleName> roles;
    private final MultiSelectComboBox<GroupName> groups;
    private final Refusal refusal = new Refusal();

    /**
     * @param create makes the account; answers with the reason if it cannot
     */
    NewPersonDialog(Choices choices, Function<NewPerson, Optional<String>> create) {
        this.create = create;
        roles = choices.someRoles(getTranslation("people.roles"));
        groups = choices.someGroups(getTranslation("people.groups"));
        layOut();
    }

    private void layOut() {
        setHeaderTitle(getTranslation("people.new"));
        addClassName("people-dialog");
        setWidth("30rem");
        username.setRequiredIndicatorVisible(true);
        username.setMaxLength(64);
        username.setHelperText(getTranslation("people.username.hint"));
        username.setAutofocus(true);
        displayName.setMaxLength(80);
        Button cancel = new Button(getTranslation("kit.cancel"), click -> close());
        Button save = new Button(getTranslation("people.create"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Div fields = new Div(username, displayName, email, roles, groups, refusal);
        fields.addClassName("dialog-fields");
        add(fields);
        getFooter().add(cancel, save);
    }

    private void save() {
        var person =
                new NewPerson(
                        username.getValue(),
                        new Profile(displayName.getValue(), email.getValue()),
                        roles.getValue().stream().map(RoleName::role).collect(Collectors.toSet()),
                        groups.getValue().stream().map(GroupName::id).collect(Collectors.toSet()));
        create.apply(person).ifPresentOrElse(refusal::show, this::close);
    }
}
