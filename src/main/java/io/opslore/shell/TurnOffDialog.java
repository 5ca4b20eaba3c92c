package io.opslore.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.opslore.identity.CodeCheck;
import java.util.function.BiFunction;

/** Asks for password and code before the second step is given up. */
final class TurnOffDialog extends Dialog {

    private final BiFunction<String, String, CodeCheck> turnOff;
    private final Runnable whenOff;
    private final PasswordField password =
            new PasswordField(getTranslation("account.password.old"));
    private final TextField code = new TextField(getTranslation("code.label"));

    TurnOffDialog(BiFunction<String, String, CodeCheck> turnOff, Runnable whenOff) {
        this.turnOff = turnOff;
        this.whenOff = whenOff;
        layOut();
    }

    private void layOut() {
        setHeaderTitle(getTranslation("account.twoStep.turnOff"));
        password.getElement().setAttribute("autocomplete", "current-password");
        code.getElement().setAttribute("autocomplete", "one-time-code");
        code.setMaxLength(30);
        Div fields =
                new Div(
                        new Paragraph(getTranslation("account.twoStep.turnOff.text")),
                        password,
                        code);
        fields.addClassName("dialog-fields");
        add(fields);
        Button off = new Button(getTranslation("account.twoStep.turnOff"), click -> turnOff());
        off.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        getFooter().add(new Button(getTranslation("kit.cancel"), click -> close()), off);
    }

    private void turnOff() {
        switch (turnOff.apply(password.getValue(), code.getValue())) {
            case RIGHT -> {
                close();
                whenOff.run();
            }
            case WRONG -> complain("account.twoStep.turnOff.wrong");
            case WAIT -> complain("code.wait");
        }
    }

    private void complain(String key) {
        code.setErrorMessage(getTranslation(key));
        code.setInvalid(true);
    }
}
