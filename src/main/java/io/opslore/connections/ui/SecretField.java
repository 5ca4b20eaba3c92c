package io.opslore.connections.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextFieldBase;
import io.opslore.connections.ConnectionField;

/** Something that is entered and never shown again: kept, replaced or cleared. */
class SecretField extends Div {

    private final TextFieldBase<?, String> value;
    private final boolean held;
    private final Checkbox clear = new Checkbox(getTranslation("connections.secret.clear"));

    /**
     * @param held whether there is one already
     */
    SecretField(ConnectionField field, String label, String help, boolean held) {
        String hint = held ? getTranslation("connections.secret.kept") : help;
        this.held = held;
        value =
                field.form() == ConnectionField.Form.SECRET_LINES
                        ? lines(label, hint)
                        : line(label, hint);
        addClassName("secret-field");
        value.setWidthFull();
        value.setRequiredIndicatorVisible(field.required());
        value.setErrorMessage(getTranslation("connections.field.missing", label));
        value.getElement().setAttribute("autocomplete", "off");
        clear.setVisible(held && !field.required());
        clear.addValueChangeListener(change -> value.setEnabled(!change.getValue()));
        add(value, clear);
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

    /** To be asked of one that is required. */
    RequiredField required() {
        return new RequiredField(value, value, this::isFilled);
    }

    /** What is kept fills it too. */
    private boolean isFilled() {
        return !value().isBlank() || (held && !isCleared());
    }

    /** Empty where it is not replaced. */
    String value() {
        return isCleared() ? "" : value.getValue();
    }
}
