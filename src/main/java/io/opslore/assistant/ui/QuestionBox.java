package io.opslore.assistant.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.opslore.kit.IconButton;
import java.util.function.Consumer;

/** Where a question is typed: Enter sends it, Shift+Enter breaks the line. */
final class QuestionBox extends Div {

    /** What is too long is refused with its size, not cut off unnoticed. */
    private static final int LONGEST = 100_000;

    private static final int TALLEST = 8;

    private final Consumer<String> ask;
    private final TextArea text = new TextArea();
    private final IconButton send =
            new IconButton(VaadinIcon.ARROW_UP, getTranslation("ask.send"), this::send);
    private final IconButton stop;
    private boolean running;

    /**
     * @param choices below it
     */
    QuestionBox(Consumer<String> ask, Runnable stop, Component... choices) {
        this.ask = ask;
        this.stop = new IconButton(VaadinIcon.STOP, getTranslation("ask.stop"), stop);
        layOut(choices);
    }

    /** While an answer comes it can be stopped; the next question can already be typed. */
    void setRunning(boolean isRunning) {
        running = isRunning;
        send.setVisible(!running);
        stop.setVisible(running);
    }

    /** It was not asked: nothing of it is lost, nor of what was typed since. */
    void giveBack(String question) {
        if (text.isEmpty()) {
            text.setValue(question);
        }
        text.focus();
    }

    void focus() {
        text.focus();
    }

    private void layOut(Component... choices) {
        addClassName("question-box");
        text.setAriaLabel(getTranslation("ask.question"));
        text.setPlaceholder(getTranslation("ask.placeholder"));
        text.setMaxLength(LONGEST);
        text.setMinRows(1);
        text.setMaxRows(TALLEST);
        text.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        text.getElement()
                .addEventListener("keydown", event -> send())
                .setFilter(
                        "event.key === 'Enter' && !event.shiftKey && !event.isComposing"
                                + " && (event.preventDefault(), true)")
                .synchronizeProperty("value");
        send.addClassName("send");
        stop.addClassName("send");
        Div tools = new Div(choices);
        tools.addClassName("question-tools");
        add(text, send, stop, tools);
    }

    private void send() {
        String question = text.getValue().strip();
        if (!running && !question.isEmpty()) {
            text.clear();
            ask.accept(question);
        }
    }
}
