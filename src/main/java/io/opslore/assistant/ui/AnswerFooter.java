package io.opslore.assistant.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.opslore.assistant.Answer;
import io.opslore.kit.IconButton;
import io.opslore.models.ModelTask;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
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
    private final IconButton beside =
            new IconButton(VaadinIcon.SPLIT_H, getTranslation("ask.compare"), () -> {});
    private final ContextMenu rivals = new ContextMenu(beside);
    private final Button keep = new Button(getTranslation("ask.compare.keep"), click -> keep());
    private @Nullable Answer shown;
    private Place place = Place.LAST;

    AnswerFooter(Again asking) {
        this.asking = asking;
        facts.addClassName("facts");
        addClassName("answer-footer");
        models.setOpenOnClick(true);
        rivals.setOpenOnClick(true);
        add(facts, copy, again, others, beside, keep);
    }

    void setPlace(Place where) {
        place = where;
        if (shown == null) {
            offer();
        } else {
            show(shown);
        }
    }

    void show(Answer answer) {
        shown = answer;
        setVisible(answer.outcome().isFinal());
        offer();
        copy.setVisible(!answer.markdown().isBlank());
        copy.setCopied(answer.markdown());
        facts.removeAll();
        facts(answer).forEach(fact -> facts.add(new Span(fact)));
    }

    /** Another model only where there is one to choose. */
    private void offer() {
        boolean alone = place == Place.LAST;
        boolean ended = shown != null && shown.outcome().isFinal();
        again.setVisible(alone);
        keep.setVisible(ended && (place == Place.FIRST || place == Place.SECOND));
        List<String> names = ended && alone ? asking.models() : List.of();
        offer(names, models, this::retry);
        others.setVisible(names.size() > 1);
        List<String> rivalling =
                names.stream().filter(name -> !name.equals(shown(Answer::model))).toList();
        offer(rivalling, rivals, this::compare);
        beside.setVisible(!rivalling.isEmpty());
    }

    private static void offer(List<String> names, ContextMenu menu, Consumer<String> chosen) {
        menu.removeAll();
        names.forEach(name -> menu.addItem(name, click -> chosen.accept(name)));
    }

    private @Nullable String shown(Function<Answer, @Nullable String> of) {
        return shown == null ? null : of.apply(shown);
    }

    private void compare(String model) {
        if (shown != null) {
            asking.compare(shown, model);
        }
    }

    private void keep() {
        if (shown != null) {
            asking.keep(shown);
        }
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
            parts.addAll(by(task, model));
        } else if (answer.outcome() == Answer.Outcome.PASSAGES) {
            parts.add(getTranslation("ask.model.passages"));
        }
        parts.add(getTranslation("ask.facts.seconds", answer.elapsed().toMillis() / MILLIS));
        if (answer.tokens() > 0) {
            parts.add(getTranslation("ask.facts.tokens", answer.tokens()));
        }
        return parts;
    }

    /** Beside another answer the model stands above. */
    private List<String> by(@Nullable ModelTask task, String model) {
        if (place.isCompared()) {
            return task == null ? List.of() : List.of(TaskText.of(task));
        }
        return List.of(task == null ? model : TaskText.of(task) + ": " + model);
    }

    /** Where an answer stands: what can be done depends on it. */
    enum Place {
        /** The only answer to the newest question. */
        LAST,
        /** The only answer to an earlier one. */
        EARLIER,
        /** Beside another to the newest question; the conversation goes on with it. */
        FIRST,
        /** Beside that one. */
        SECOND,
        FIRST_EARLIER,
        SECOND_EARLIER;

        boolean isCompared() {
            return this != LAST && this != EARLIER;
        }
    }
}
