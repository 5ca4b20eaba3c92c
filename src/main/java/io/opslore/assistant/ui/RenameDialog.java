package io.opslore.assistant.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;

/** Asks for a conversation's new title. */
final class RenameDialog extends Dialog {

    private static final int LONGEST = 200;

    private final Consumer<String> rename;
    private final TextField title = new TextField(getTranslation("ask.rename.field"));

    RenameDialog(String current, Consumer<String> rename) {
        this.rename = rename;
        title.setValue(current);
        layOut();
    }

    private void layOut() {
        setHeaderTitle(getTranslation("ask.rename.title"));
        title.setMaxLength(LONGEST);
        title.setWidthFull();
        title.setAutofocus(true);
        title.setAutoselect(true);
        Button cancel = new Button(getTranslation("kit.cancel"), click -> close());
        Button save = new Button(getTranslation("kit.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(Key.ENTER);
        add(title);
        getFooter().add(cancel, save);
    }

    private void save() {
        String wanted = title.getValue().strip();
        title.setInvalid(wanted.isEmpty());
        title.setErrorMessage(getTranslation("ask.rename.missing"));
        if (!wanted.isEmpty()) {
            rename.accept(wanted);
            close();
        }
    }
}
