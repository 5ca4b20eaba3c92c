package io.opslore.ingest.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import java.util.function.Function;

/** Asks for a new space's name and purpose. */
final class NewSpaceDialog extends Dialog {

    private static final int LONGEST_NAME = 80;

    private final Function<NewSpace, Optional<String>> create;
    private final TextField name = new TextField(getTranslation("sources.space.name"));
    private final TextField description =
            new TextField(getTranslation("sources.space.description"));

    /** What was typed. */
    record NewSpace(String name, String description) {}

    /**
     * @param create makes the space; answers with the reason if it cannot
     */
    NewSpaceDialog(Function<NewSpace, Optional<String>> create) {
        this.create = create;
        layOut();
    }

    private void layOut() {
        setHeaderTitle(getTranslation("sources.space.new"));
        name.setRequired(true);
        name.setMaxLength(LONGEST_NAME);
        name.setWidthFull();
        name.setAutofocus(true);
        description.setWidthFull();
        Button cancel = new Button(getTranslation("kit.cancel"), click -> close());
        Button save = new Button(getTranslation("sources.space.create"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(Key.ENTER);
        Div fields = new Div(name, description);
        fields.addClassName("dialog-fields");
        add(fields);
        getFooter().add(cancel, save);
    }

    private void save() {
        if (name.getValue().isBlank()) {
            refuse(getTranslation("sources.space.nameMissing"));
            return;
        }
        create.apply(new NewSpace(name.getValue(), description.getValue()))
                .ifPresentOrElse(this::refuse, this::close);
    }

    private void refuse(String reason) {
        name.setErrorMessage(reason);
        name.setInvalid(true);
        name.focus();
    }
}
