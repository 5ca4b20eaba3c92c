package io.opslore.identity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.function.Consumer;

/** Asks for one of many. */
final class PickDialog<T> extends Dialog {

    PickDialog(String title, ComboBox<T> field, String confirm, Consumer<T> picked) {
        setHeaderTitle(title);
        addClassName("people-dialog");
        setWidth("26rem");
        field.setWidthFull();
        field.setAutofocus(true);
        Button pick =
                new Button(
                        confirm,
                        click -> {
                            close();
                            picked.accept(field.getValue());
                        });
        pick.addThemeVariants(ButtonVariant.PRIMARY);
        pick.setEnabled(false);
        field.addValueChangeListener(change -> pick.setEnabled(change.getValue() != null));
        add(field);
        getFooter().add(new Button(getTranslation("kit.cancel"), click -> close()), pick);
    }
}
