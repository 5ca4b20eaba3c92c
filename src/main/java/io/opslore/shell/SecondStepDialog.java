package io.opslore.shell;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.opslore.identity.SecondStep;
import io.opslore.kit.IconButton;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Hands a secret to an authenticator app, and asks for a code to see that it arrived. */
final class SecondStepDialog extends Dialog {

    private final Function<String, Optional<List<String>>> confirm;
    private final Consumer<List<String>> whenOn;
    private final TextField code = new TextField(getTranslation("code.label"));

    /**
     * @param confirm answers a right code with the recovery codes
     */
    SecondStepDialog(
            SecondStep.Setup setup,
            Function<String, Optional<List<String>>> confirm,
            Consumer<List<String>> whenOn) {
        this.confirm = confirm;
        this.whenOn = whenOn;
        layOut(setup);
    }

    private void layOut(SecondStep.Setup setup) {
        setHeaderTitle(getTranslation("account.twoStep.setUp"));
        Code secret = new Code(setup.secret());
        secret.addClassName("secret-text");
        IconButton copy = IconButton.copying(getTranslation("secret.copy"));
        copy.setCopied(setup.secret());
        Div typed = new Div(secret, copy);
        typed.addClassName("secret-box");
        code.getElement().setAttribute("autocomplete", "one-time-code");
        code.setMaxLength(10);
        Div fields =
                new Div(
                        new Paragraph(getTranslation("account.twoStep.scan")),
                        new QrPicture(setup.address(), getTranslation("account.twoStep.picture")),
                        new Paragraph(getTranslation("account.twoStep.type")),
                        typed,
                        code);
        fields.addClassNames("dialog-fields", "two-step-fields");
        add(fields);
        Button turnOn = new Button(getTranslation("account.twoStep.confirm"), click -> check());
        turnOn.addThemeVariants(ButtonVariant.PRIMARY);
        turnOn.addClickShortcut(Key.ENTER);
        getFooter().add(new Button(getTranslation("kit.cancel"), click -> close()), turnOn);
    }

    private void check() {
        confirm.apply(code.getValue()).ifPresentOrElse(this::done, this::complain);
    }

    private void done(List<String> recoveryCodes) {
        close();
        whenOn.accept(recoveryCodes);
    }

    private void complain() {
        code.setErrorMessage(getTranslation("code.wrong"));
        code.setInvalid(true);
        code.focus();
    }
}
