package io.opslore.connections.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import io.opslore.connections.ConnectionField;

/** Something that is entered and never shown again: kept, replaced or cleared. */
class SecretField extends Div {

    private final AbstractField<?, String> value;
    private final Checkbox clear = new Checkbox(getTranslation("connections.secret.clear"));

    /**
     * @param held whether there is one already
     */
    SecretField(ConnectionField field, String label, String help, boolean held) {
        String hint = held ? getTranslation("connections.secret.kept") : help;
        value =
                field.form() == ConnectionField.Form.SECRET_LINES
                        ? lines(label, hint)
                        : line(label, hint);
        addClassName("secret-field");
        ((HasSize) value).setWidthFull();
        Component shown = value;
        shown.getElement().setAttribute("autocomplete", "off");
        clear.setVisible(held && !field.required());
        clear.addValueChangeListener(change -> value.setEnabled(!change.getValue()));
        add(shown, clear);
    }

    private static PasswordField line(String label, String hint) {
        PasswordField line = new PasswordField(label);
        line.setHelperText(hint);
        return line;
    }

    private static TextArea lines(String label, String hint) {
        TextArea lines = new TextArea(label);
        lines.setHelperText(hint);
        lines.setMaxRows(6);
        return lines;
    }

    boolean isCleared() {
        return clear.getValue();
    }

    /** Empty where it is not replaced. */
    String value() {
        return isCleared() ? "" : value.getValue();
    }
}
