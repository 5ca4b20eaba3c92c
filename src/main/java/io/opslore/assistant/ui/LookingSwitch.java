package io.opslore.assistant.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.shared.Tooltip;
import io.opslore.assistant.LookingChoice;
import io.opslore.assistant.LookupWish;
import io.opslore.assistant.ModelWish;
import io.opslore.identity.Asker;

/**
 * Below the question: whether it may look into live systems. Remembered for the person; not there
 * where nothing is to be looked into.
 */
final class LookingSwitch extends Checkbox {

    LookingSwitch(LookingChoice choice, Asker asker) {
        super(choice.isOn(asker));
        setLabel(getTranslation("looking.switch"));
        Tooltip.forComponent(this).setText(getTranslation("looking.switch.hint"));
        addClassName("looking-switch");
        addValueChangeListener(change -> choice.choose(change.getValue(), asker));
        setVisible(choice.isOffered(asker));
    }

    /** The same wish, for a question that is asked now. */
    ModelWish with(ModelWish wish) {
        return wish.looking(getValue() ? LookupWish.NONE : LookupWish.NOWHERE);
    }
}
