package io.opslore.kit;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Locale;

/** An id that is made of a name, for whoever does not care to write one. */
public final class SuggestedId {

    private static final int LONGEST = 40;

    private SuggestedId() {}

    /** Lets the id follow the name while it is written, until the id is written by hand. */
    public static void follow(TextField name, TextField id) {
        name.setValueChangeMode(ValueChangeMode.EAGER);
        name.addValueChangeListener(change -> {
            if (id.getValue().equals(of(change.getOldValue()))) {
                id.setValue(of(change.getValue()));
            }
        });
    }

    /** Lower-case letters, digits and hyphens; empty where the name has none. */
    static String of(String name) {
        String id =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return id.substring(0, Math.min(id.length(), LONGEST));
    }
}
