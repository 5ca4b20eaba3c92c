package io.opslore.identity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import java.util.function.Function;

/** Asks for a name and a description. */
final class TextDialog extends Dialog {

    private final TextFields fields;
    private final Function<TextFields.Text, Optional<String>> save;
    private final Refusal refusal = new Refusal();

    /**
     * @param save answers with the reason if it cannot
     */
    TextDialog(
            String title,
            TextFields.Text before,
            String confirm,
            Function<TextFields.Text, Optional<String>> save) {
        this.fields = new TextFields(before);
        this.save = save;
        setHeaderTitle(title);
        addClassName("people-dialog");
        setWidth("28rem");
        Button button = new Button(confirm, click -> save());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        add(new Div(fields, refusal));
        getFooter().add(new Button(getTranslation("kit.cancel"), click -> close()), button);
    }

    private void save() {
        save.apply(fields.text()).ifPresentOrElse(refusal::show, this::close);
    }
}
