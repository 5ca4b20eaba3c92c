package io.opslore.assistant.ui;

import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.opslore.assistant.Answer;
import io.opslore.kit.IconButton;
import io.opslore.models.ModelTask;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Below an answer: what it rests on and cost, and what can be done with it. */
final class AnswerFooter extends Div {

    private static final double MILLIS = 1000;

    private final Again asking;
    private final Div facts = new Div();
    private final IconButton copy = IconButton.copying(getTranslation("ask.copy"));
    private final IconButton again =
            new IconButton(VaadinIcon.REFRESH, getTranslation("ask.retry"), this::retry);
    private final IconButton others =
            new IconButton(VaadinIcon.ANGLE_DOWN, getTranslation("ask.retry.with"), () -> {});
    private final ContextMenu models = new ContextMenu(others);
    private @Nullable Answer shown;
    private boolean last = true;

    AnswerFooter(Again asking) {
        this.asking = asking;
        facts.addClassName("facts");
        addClassName("answer-footer");
        models.setOpenOnClick(true);
        add(facts, copy, again, others);
    }

    void setLast(boolean isLast) {
        last = isLast;
        again.setVisible(last);
        offerOthers();
    }

    void show(Answer answer) {
        shown = answer;
        setVisible(answer.outcome().isFinal());
        again.setVisible(last);
        offerOthers();
        copy.setVisible(!answer.markdown().isBlank());
        copy.setCopied(answer.markdown());
        facts.removeAll();
        facts(answer).forEach(fact -> facts.add(new Span(fact)));
    }

    /** Where there is more than one to choose from. */
    private void offerOthers() {
        boolean choosable = last && shown != null && shown.outcome().isFinal();
        List<String> names = choosable ? asking.models() : List.of();
        models.removeAll();
        names.forEach(name -> models.addItem(name, click -> retry(name)));
        others.setVisible(names.size() > 1);
    }

    private void retry() {
        retry(null);
    }

    private void retry(@Nullable String model) {
        Answer answer = shown;
        if (answer != null) {
            asking.ask(answer, model);
        }
    }

    private List<String> facts(Answer answer) {
        List<String> parts = new ArrayList<>();
        if (!answer.citations().isEmpty()) {
            parts.add(getTranslation("ask.facts.sources", answer.citations().size()));
        }
        String model = answer.model();
        if (model != null) {
            ModelTask task = answer.workings().task();
            parts.add(task == null ? model : TaskText.of(task) + ": " + model);
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
