package io.opslore.assistant.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.opslore.assistant.Answer;
import io.opslore.assistant.ui.AnswerFooter.Place;
import io.opslore.models.ModelStatus;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One question and its answer; and beside it, if its asker wants to compare, a second one. */
final class AnswerCard extends Div {

    private final Supplier<AnswerBody> bodies;
    private final Paragraph question = new Paragraph();
    private final Div answers = new Div();
    private final AnswerBody first;
    private @Nullable AnswerBody second;
    private boolean last = true;

    AnswerCard(
            Consumer<CitedIn> cited,
            Again again,
            Supplier<ModelStatus> model,
            SourceLookup sources) {
        this.bodies = () -> new AnswerBody(cited, again, model, sources);
        this.first = bodies.get();
        addClassName("exchange");
        question.addClassName("question");
        answers.addClassName("answers");
        answers.add(first);
        add(question, answers);
    }

    void setLast(boolean isLast) {
        last = isLast;
        place();
    }

    void show(Answer answer) {
        question.setText(answer.question());
        first.show(answer);
    }

    /** Shows this one beside the first. */
    void compare(Answer answer) {
        AnswerBody body = second;
        if (body == null) {
            body = bodies.get();
            second = body;
            answers.add(body);
            place();
        }
        body.show(answer);
    }

    /** Shows one answer alone again. */
    void compareNoMore() {
        if (second != null) {
            answers.remove(second);
            second = null;
            place();
        }
    }

    private void place() {
        setClassName("compared", second != null);
        if (second == null) {
            first.setPlace(last ? Place.LAST : Place.EARLIER);
        } else {
            first.setPlace(last ? Place.FIRST : Place.FIRST_EARLIER);
            second.setPlace(last ? Place.SECOND : Place.SECOND_EARLIER);
        }
    }
}
