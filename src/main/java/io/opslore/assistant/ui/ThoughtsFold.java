package io.opslore.assistant.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.opslore.assistant.Answer;
import io.opslore.models.Thinking;

/**
 * What a model thought before it answered, above the answer. Closed, unless the task's setting says
 * otherwise; what nobody looks at is not sent to the browser.
 */
final class ThoughtsFold extends Details {

    private final Div text = new Div();
    private String known = "";
    private String shown = "";
    private boolean opened;

    ThoughtsFold() {
        setSummaryText(getTranslation("ask.thoughts"));
        addClassName("thoughts");
        text.addClassName("thoughts-text");
        text.getElement().setAttribute("tabindex", "0");
        text.getElement().setAttribute("role", "region");
        text.getElement().setAttribute("aria-label", getTranslation("ask.thoughts"));
        add(text);
        setVisible(false);
        addOpenedChangeListener(change -> send());
    }

    void show(Answer answer) {
        known = answer.workings().thoughts();
        setVisible(!known.isEmpty());
        if (!opened && !known.isEmpty()) {
            // Once: from then on it is the reader's.
            opened = true;
            setOpened(answer.workings().thinking() == Thinking.SHOWN);
        }
        send();
    }

    /** Only what is new, as long as thoughts only grow. */
    private void send() {
        if (!isOpened() || known.equals(shown)) {
            return;
        }
        if (known.startsWith(shown)) {
            text.add(new Span(known.substring(shown.length())));
        } else {
            text.removeAll();
            text.add(new Span(known));
        }
        shown = known;
    }
}
