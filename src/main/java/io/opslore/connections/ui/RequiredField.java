package io.opslore.connections.ui;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.function.BooleanSupplier;

/**
 * Something that may not be left as it is.
 *
 * @param mark what shows that it is not fit; it has its message already
 * @param fit whether it is
 */
record RequiredField(HasValidationProperties mark, Focusable<?> entry, BooleanSupplier fit) {

    /** Marks it where it is not fit, and takes the mark away where it is. */
    boolean isMissing() {
        boolean missing = !fit.getAsBoolean();
        mark.setInvalid(missing);
        return missing;
    }

    void focus() {
        entry.focus();
    }
}
