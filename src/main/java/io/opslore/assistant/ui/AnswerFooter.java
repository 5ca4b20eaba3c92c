package io.opslore.assistant.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.opslore.assistant.Answer;
import io.opslore.kit.IconButton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Below an answer: what it rests on and cost, and what can be done with it. */
final class AnswerFooter extends Div {

    private static final double MILLIS = 1000;

    private final Consumer<Answer> retry;
    private final Div facts = new Div();
    private final IconButton copy = IconButton.copying(getTranslation("ask.copy"));
    private final IconButton again =
            new IconButton(VaadinIcon.REFRESH, getTranslation("ask.retry"), this::retry);
    private @Nullable Answer shown;
    private boolean last = true;

    AnswerFooter(Consumer<Answer> retry) {
        this.retry = retry;
        facts.addClassName("facts");
        addClassName("answer-footer");
        add(facts, copy, again);
    }

    void setLast(boolean isLast) {
        last = isLast;
        again.setVisible(last);
    }

    void show(Answer answer) {
        shown = answer;
        setVisible(answer.outcome().isFinal());
        again.setVisible(last);
        copy.setVisible(!answer.markdown().isBlank());
        copy.setCopied(answer.markdown());
        facts.removeAll();
        facts(answer).forEach(fact -> facts.add(new Span(fact)));
    }

    private void retry() {
        Answer answer = shown;
        if (answer != null) {
            retry.accept(answer);
        }
    }

    private List<String> facts(Answer answer) {
        List<String> parts = new ArrayList<>();
        if (!answer.citations().isEmpty()) {
            parts.add(getTranslation("ask.facts.sources", answer.citations().size()));
        }
        String model = answer.model();
        if (model != null) {
            parts.add(model);
        } else if (answer.outcome() == Answer.Outcome.PASSAGES) {
            parts.add(getTranslation("ask.model.passages"));
        }
        parts.add(getTranslation("ask.facts.seconds", answer.elapsed().toMillis() / MILLIS));
        if (answer.tokens() > 0) {
            parts.add(getTranslation("ask.facts.tokens", answer.tokens()));
        }
        return parts;
    }
}
