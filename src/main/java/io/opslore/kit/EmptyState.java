package io.opslore.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;

/** Stands where there is nothing yet, or nothing for this person, and says what can be done. */
public final class EmptyState extends Div {

    public EmptyState(VaadinIcon icon, String title, String text, Component... actions) {
        Icon picture = new Icon(icon);
        picture.getElement().setAttribute("aria-hidden", "true");
        Div buttons = new Div(actions);
        buttons.addClassName("empty-actions");
        buttons.setVisible(actions.length > 0);
        addClassName("empty-state");
        add(picture, new H2(title), new Paragraph(text), buttons);
    }
}
