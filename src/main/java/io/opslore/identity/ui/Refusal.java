package io.opslore.identity.ui;

import com.vaadin.flow.component.html.Paragraph;

/** Says in a dialog why what it asks for was refused. */
final class Refusal extends Paragraph {

    Refusal() {
        addClassName("refusal");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    void show(String reason) {
        setText(reason);
        setVisible(true);
    }
}
