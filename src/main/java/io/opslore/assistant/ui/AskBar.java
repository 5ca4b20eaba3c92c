package io.opslore.assistant.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.opslore.kit.IconButton;

/** Above the dialogue: the way to the conversations where they are hidden, and who answers. */
final class AskBar extends Div {

    AskBar(Runnable openList, ModelChip model, ConversationTools tools) {
        IconButton open =
                new IconButton(VaadinIcon.MENU, getTranslation("ask.conversations"), openList);
        open.addClassName("narrow-only");
        addClassName("ask-bar");
        add(open, model, tools);
    }
}
