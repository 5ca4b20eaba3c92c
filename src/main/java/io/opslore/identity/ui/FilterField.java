package io.opslore.identity.ui;

import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;

/** A field that narrows a list while somebody types. */
final class FilterField {

    private FilterField() {}

    static TextField of(String placeholder, Consumer<String> onChange) {
        TextField field = new TextField();
        field.setPlaceholder(placeholder);
        field.setAriaLabel(placeholder);
        field.setPrefixComponent(new Icon(VaadinIcon.SEARCH));
        field.setClearButtonVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setWidth("min(20rem, 100%)");
        field.addValueChangeListener(change -> onChange.accept(change.getValue()));
        return field;
    }
}
