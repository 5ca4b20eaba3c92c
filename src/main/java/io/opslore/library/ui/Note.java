package io.opslore.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;

/** Something the reader should know about what is shown, with what can be done about it. */
final class Note extends Div {

    private Note(VaadinIcon icon, String text, Component... actions) {
        Icon picture = new Icon(icon);
        picture.getElement().setAttribute("aria-hidden", "true");
        addClassName("note");
        getElement().setAttribute("role", "status");
        add(picture, new Span(text));
        add(actions);
    }

    static Note quiet(VaadinIcon icon, String text, Component... actions) {
        return new Note(icon, text, actions);
    }

    static Note warning(VaadinIcon icon, String text, Component... actions) {
        Note note = new Note(icon, text, actions);
        note.addClassName("warning");
        return note;
    }
}
