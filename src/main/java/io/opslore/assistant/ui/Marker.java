package io.opslore.assistant.ui;

import com.vaadin.flow.component.html.Span;
import io.opslore.assistant.Citation;

/** A citation's number, where a text counts it. */
final class Marker extends Span {

    Marker(Citation citation) {
        super(String.valueOf(citation.marker()));
        addClassName("cite");
        setVisible(citation.marker() > 0);
    }
}
