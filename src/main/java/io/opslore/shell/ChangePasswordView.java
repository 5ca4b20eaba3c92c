package io.opslore.shell;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.opslore.identity.Accounts;
import io.opslore.identity.PasswordChange;
import io.opslore.identity.Passwords;
import io.opslore.identity.SignedIn;
import jakarta.annotation.security.RolesAllowed;

/** Where a one-time password is replaced, and where anyone may change theirs. */
@Route(value = "change-password", autoLayout = false)
@RolesAllowed({SignedIn.USER, SignedIn.MUST_CHANGE_PASSWORD})
class ChangePasswordView extends Main implements HasDynamicTitle {

    private final Passwords passwords;
    private final SignedIn signedIn;
    private final PasswordField oldPassword =
            new PasswordField(getTranslation("account.password.old"));
    private final PasswordField newPassword =
            new PasswordField(getTranslation("account.password.new"));
    private final PasswordField repeated =
            new PasswordField(getTranslation("account.password.repeat"));
    private final Button change =
            new Button(getTranslation("account.password.change"), click -> change());

    ChangePasswordView(Passwords passwords, SignedIn signedIn) {
        this.passwords = passwords;
        this.signedIn = signedIn;
        layOut();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.password.title") + " · OpsLore";
    }

    private void layOut() {
        addClassNames("sign-in", "change-password");
        oldPassword.setAutofocus(true);
        oldPassword.getElement().setAttribute("autocomplete", "current-password");
        newPassword.getElement().setAttribute("autocomplete", "new-password");
        repeated.getElement().setAttribute("autocomplete", "new-password");
        newPassword.setHelperText(
                getTranslation("account.password.rule", Accounts.SHORTEST_PASSWORD));
        change.addThemeVariants(ButtonVariant.PRIMARY);
        change.addClickShortcut(Key.ENTER);
        add(
                new H1(getTranslation("account.password.title")),
                new Paragraph(getTranslation("account.password.hint")),
                oldPassword,
                newPassword,
                repeated,
                change);
    }

    private void change() {
        clearErrors();
        if (!newPassword.getValue().equals(repeated.getValue())) {
            complain(repeated, "account.password.differ");
            return;
        }
        show(
                passwords.change(
                        oldPassword.getValue(),
                        newPassword.getValue(),
                        LiveSessions.here().orElse(null),
                        signedIn.asker()));
    }

    private void show(PasswordChange outcome) {
        switch (outcome) {
            case CHANGED -> leave();
            case WRONG_OLD_PASSWORD -> complain(oldPassword, "account.password.wrong");
            case WAIT -> complain(oldPassword, "account.password.wait");
            case TOO_SHORT -> complain(newPassword, "account.password.short");
            case TOO_LONG -> complain(newPassword, "account.password.long");
            case TOO_EASY -> complain(newPassword, "account.password.easy");
            case TOO_COMMON -> complain(newPassword, "account.password.common");
        }
    }

    private void leave() {
        signedIn.renew();
        // A fresh page: the rights of this one were those of somebody with a one-time password.
        UI.getCurrent().getPage().setLocation("./");
    }

    private void clearErrors() {
        oldPassword.setInvalid(false);
        newPassword.setInvalid(false);
        repeated.setInvalid(false);
    }

    private void complain(PasswordField field, String key) {
        field.setErrorMessage(getTranslation(key, Accounts.SHORTEST_PASSWORD));
        field.setInvalid(true);
        field.focus();
    }
}
