package io.opslore.shell;

import com.vaadin.flow.component.button.Button;

/** The way to another password. */
class AccountPassword extends AccountSection {

    AccountPassword() {
        super("secret");
        content()
                .add(
                        new Button(
                                getTranslation("account.password.change"),
                                click ->
                                        getUI().ifPresent(ui ->
                                                ui.navigate(ChangePasswordView.class))));
    }
}
