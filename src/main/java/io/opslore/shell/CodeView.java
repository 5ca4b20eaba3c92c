package io.opslore.shell;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.opslore.identity.SecondStep;
import io.opslore.identity.SessionBook;
import io.opslore.identity.SignedIn;
import jakarta.annotation.security.RolesAllowed;

/** Where the second step of signing in is taken. */
@Route(value = "sign-in-code", autoLayout = false)
@RolesAllowed(SignedIn.NEEDS_CODE)
class CodeView extends Main implements HasDynamicTitle {

    private final SecondStep secondStep;
    private final SessionBook book;
    private final SignedIn signedIn;
    private final TextField code = new TextField(getTranslation("code.label"));
    private final Button go = new Button(getTranslation("code.go"), click -> enter());

    CodeView(
            SecondStep secondStep,
            SessionBook book,
            SignedIn signedIn,
            AuthenticationContext authentication) {
        this.secondStep = secondStep;
        this.book = book;
        this.signedIn = signedIn;
        layOut(authentication);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("code.title") + " · OpsLore";
    }

    private void layOut(AuthenticationContext authentication) {
        addClassNames("sign-in", "change-password");
        code.setAutofocus(true);
        code.setMaxLength(30);
        code.setHelperText(getTranslation("code.help"));
        code.getElement().setAttribute("autocomplete", "one-time-code");
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.addClickShortcut(Key.ENTER);
        Button back = new Button(getTranslation("code.back"), click -> authentication.logout());
        back.addThemeVariants(ButtonVariant.TERTIARY);
        add(
                new H1(getTranslation("code.title")),
                new Paragraph(getTranslation("code.hint", signedIn.asker().username())),
                code,
                go,
                back);
    }

    private void enter() {
        switch (secondStep.enter(code.getValue(), signedIn.asker())) {
            case RIGHT -> goOn();
            case WRONG -> complain("code.wrong");
            case WAIT -> complain("code.wait");
        }
    }

    private void goOn() {
        signedIn.codeWasRight();
        LiveSessions.here().ifPresent(id -> book.complete(id, signedIn.asker()));
        // A fresh page: this one was of somebody who is not signed in yet.
        UI.getCurrent().getPage().setLocation("./");
    }

    private void complain(String key) {
        code.setErrorMessage(getTranslation(key));
        code.setInvalid(true);
        code.focus();
    }
}
