package io.opslore.identity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import io.opslore.identity.Person;
import io.opslore.identity.Profile;
import java.util.function.Consumer;

/** What somebody is called. */
final class PersonProfile extends Div {

    /** The profile as it was shown, and as it is to be. */
    record Edit(Profile before, Profile after) {}

    PersonProfile(Person person, Consumer<Edit> save) {
        addClassName("dialog-fields");
        Profile before = person.row().profile();
        TextField username = new TextField(getTranslation("people.username"));
        username.setValue(person.row().username());
        username.setReadOnly(true);
        TextField name = new TextField(getTranslation("people.displayName"));
        name.setMaxLength(80);
        name.setValue(before.displayName());
        EmailField email = new EmailField(getTranslation("people.email"));
        email.setValue(before.email());
        Button button =
                new Button(
                        getTranslation("kit.save"),
                        click ->
                                save.accept(
                                        new Edit(
                                                before,
                                                new Profile(name.getValue(), email.getValue()))));
        button.addThemeVariants(ButtonVariant.PRIMARY);
        add(username, name, email, button);
    }
}
