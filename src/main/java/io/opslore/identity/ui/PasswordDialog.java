package io.opslore.identity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.opslore.kit.IconButton;

/** Shows a one-time password, this once. */
final class PasswordDialog extends Dialog {

    PasswordDialog(String username, String password) {
        setHeaderTitle(getTranslation("people.password.title", username));
        addClassName("people-dialog");
        setWidth("28rem");
        // A click beside it must not lose what is shown only once.
        setCloseOnOutsideClick(false);
        Span text = new Span(password);
        text.addClassName("one-time-password");
        IconButton copy = IconButton.copying(getTranslation("kit.copy"));
        copy.setCopied(password);
        Div line = new Div(text, copy);
        line.addClassName("one-time-line");
        add(new Paragraph(getTranslation("people.password.hint")), line);
        Button close = new Button(getTranslation("people.password.noted"), click -> close());
        close.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(close);
    }
}
