package io.opslore.assistant.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.opslore.assistant.trial.ModelTrials;
import io.opslore.identity.SignedIn;
import io.opslore.models.ModelTask;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Where task and candidate are chosen. */
final class TrialStart extends Section {

    private final ModelTrials trials;
    private final SignedIn signedIn;
    private final Select<ModelTask> task = new Select<>();
    private final ComboBox<String> candidate = new ComboBox<>();
    private final Span present = new Span();
    private final Button begin;

    TrialStart(
            ModelTrials trials,
            SignedIn signedIn,
            Consumer<ModelTask> chosen,
            BiConsumer<ModelTask, String> start) {
        this.trials = trials;
        this.signedIn = signedIn;
        this.begin =
                new Button(
                        getTranslation("upgrade.begin"),
                        click -> start.accept(task.getValue(), candidate.getValue()));
        layOut(chosen);
    }

    /** The present model may be another one now. */
    void refresh() {
        present.setText(
                trials.present(task.getValue(), signedIn.asker())
                        .map(model -> getTranslation("upgrade.present", model))
                        .orElseGet(() -> getTranslation("upgrade.present.none")));
        candidate.setItems(trials.candidates(signedIn.asker()));
        begin.setEnabled(false);
    }

    private void layOut(Consumer<ModelTask> chosen) {
        addClassName("server-section");
        task.setLabel(getTranslation("upgrade.task"));
        task.setItems(ModelTask.SPEAKING);
        task.setItemLabelGenerator(it -> getTranslation("upgrade.task." + it.key()));
        candidate.setLabel(getTranslation("upgrade.candidate"));
        candidate.setPlaceholder(getTranslation("upgrade.candidate.hint"));
        candidate.addValueChangeListener(change -> begin.setEnabled(change.getValue() != null));
        task.addValueChangeListener(change -> {
            refresh();
            chosen.accept(change.getValue());
        });
        begin.addThemeVariants(ButtonVariant.PRIMARY);
        present.addClassName("secondary");
        Div bar = new Div(task, candidate, begin);
        bar.addClassName("server-pull");
        add(new H2(getTranslation("upgrade.start")), bar, present);
        task.setValue(ModelTask.GENERAL);
    }
}
