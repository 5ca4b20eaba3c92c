package io.opslore.identity.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;

/** Fields for a name and a description. */
final class TextFields extends Div {

    private final TextField name = new TextField(getTranslation("groups.name"));
    private final TextArea description = new TextArea(getTranslation("groups.description"));

    /** What was typed. */
    record Text(String name, String description) {

        static final Text NONE = new Text("", "");
    }

    TextFields(Text before) {
        addClassName("dialog-fields");
        name.setValue(before.name());
        name.setMaxLength(80);
        name.setRequiredIndicatorVisible(true);
        name.setAutofocus(true);
        description.setValue(before.description());
        description.setMaxLength(300);
        add(name, description);
    }

    Text text() {
        // A description is one line: where it is shown there is no room for more.
        return new Text(name.getValue(), description.getValue().replaceAll("\\s+", " "));
    }
}
