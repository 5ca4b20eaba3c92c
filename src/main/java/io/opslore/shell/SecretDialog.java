package io.opslore.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import io.opslore.kit.IconButton;
import java.util.List;

/** Shows what nobody will be shown again, and lets it be copied. */
final class SecretDialog extends Dialog {

    SecretDialog(String title, String text, List<String> secrets) {
        String all = String.join("\n", secrets);
        setHeaderTitle(title);
        // Not by a click beside it: what is gone cannot be had again.
        setCloseOnOutsideClick(false);
        Pre shown = new Pre(all);
        shown.addClassName("secret-text");
        shown.getElement().setAttribute("tabindex", "0");
        IconButton copy = IconButton.copying(getTranslation("secret.copy"));
        copy.setCopied(all);
        Div box = new Div(shown, copy);
        box.addClassName("secret-box");
        Div fields = new Div(new Paragraph(text), box);
        fields.addClassName("dialog-fields");
        add(fields);
        Button done = new Button(getTranslation("secret.done"), click -> close());
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(done);
    }
}
