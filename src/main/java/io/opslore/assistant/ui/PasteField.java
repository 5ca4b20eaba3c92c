package io.opslore.assistant.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.opslore.assistant.PastedTexts;
import io.opslore.assistant.lookup.PastedKind;
import io.opslore.library.Space;
import io.opslore.library.SpaceId;
import java.util.List;

/** Where a text is pasted, and for whose eyes it is kept. */
final class PasteField extends Div {

    private static final int LOWEST = 8;
    private static final int TALLEST = 16;

    private final TextArea text = new TextArea();
    private final Select<Space> space = new Select<>();

    /**
     * @param spaces that its asker may read; there is one
     */
    PasteField(PastedKind kind, List<Space> spaces) {
        addClassName("paste-field");
        text.setLabel(QuickTaskText.pasted(kind));
        text.setPlaceholder(getTranslation("quick.paste.placeholder"));
        text.setHelperText(getTranslation("quick.paste.help"));
        text.setErrorMessage(getTranslation("quick.missing"));
        text.setMaxLength(PastedTexts.LONGEST);
        text.setMinRows(LOWEST);
        text.setMaxRows(TALLEST);
        text.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        text.setRequiredIndicatorVisible(true);
        text.setAutofocus(true);
        space.setLabel(getTranslation("quick.paste.space"));
        space.setHelperText(getTranslation("quick.paste.space.help"));
        space.setItems(spaces);
        space.setItemLabelGenerator(Space::name);
        space.setValue(spaces.getFirst());
        space.setVisible(spaces.size() > 1);
        add(text, space);
    }

    /** Says what is missing, if anything is. */
    boolean isFilled() {
        text.setInvalid(text.isEmpty() || text.getValue().isBlank());
        return !text.isInvalid();
    }

    String text() {
        return text.getValue();
    }

    SpaceId space() {
        return space.getValue().id();
    }
}
