package io.opslore.assistant.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.opslore.assistant.trial.ModelTrial;
import io.opslore.assistant.trial.ModelTrial.State;
import io.opslore.assistant.trial.ModelTrial.Switched;
import io.opslore.assistant.trial.TrialFigures;
import io.opslore.kit.StateBadge;
import io.opslore.kit.StateBadge.Tone;
import io.opslore.kit.TimeText;
import java.util.Locale;
import java.util.function.BiConsumer;

/** One trial: what both models made of the questions, and what can be done about it. */
final class TrialCard extends Article {

    private final ModelTrial trial;
    private final BiConsumer<ModelTrial, TrialIntent> act;

    TrialCard(ModelTrial trial, BiConsumer<ModelTrial, TrialIntent> act) {
        this.trial = trial;
        this.act = act;
        addClassNames("server-card", "trial-card");
        add(head(), facts());
        if (trial.state() == State.RUNNING) {
            add(progress());
        }
        if (!trial.failure().isEmpty()) {
            Paragraph failure = new Paragraph(trial.failure());
            failure.addClassNames("note", "bad", "long");
            add(failure);
        }
        if (trial.through() > 0) {
            add(figures());
        }
        add(buttons());
    }

    private Div head() {
        H3 models = new H3(trial.present() + " → " + trial.candidate());
        Div head = new Div(models, state());
        head.addClassName("server-card-head");
        if (trial.switched() != Switched.NO) {
            head.add(
                    new StateBadge(
                            trial.switched() == Switched.YES ? Tone.GOOD : Tone.QUIET,
                            getTranslation("upgrade.switched." + trial.switched().name())));
        }
        return head;
    }

    private StateBadge state() {
        Tone tone =
                switch (trial.state()) {
                    case RUNNING -> Tone.BUSY;
                    case DONE -> Tone.GOOD;
                    case STOPPED -> Tone.QUIET;
                    case FAILED -> Tone.BAD;
                    case BROKEN_OFF -> Tone.WARNING;
                };
        return new StateBadge(tone, getTranslation("upgrade.state." + trial.state().name()));
    }

    private Div facts() {
        Div facts =
                new Div(
                        new Span(getTranslation("upgrade.task." + trial.task().key())),
                        new Span(getTranslation("upgrade.asked", trial.questions())),
                        new Span(trial.startedBy()),
                        new TimeText(trial.started()));
        facts.addClassName("facts");
        return facts;
    }

    private ProgressBar progress() {
        var bar = new ProgressBar(0, 2.0 * trial.questions(), trial.through());
        bar.getElement().setAttribute("aria-label", getTranslation("upgrade.progress"));
        return bar;
    }

    private Div figures() {
        var table = new NativeTable();
        NativeTableRow head = table.getHead().addRow();
        head.add(new NativeTableHeaderCell(getTranslation("upgrade.model")));
        for (String column : columns()) {
            head.add(new NativeTableHeaderCell(getTranslation("upgrade.column." + column)));
        }
        row(table, trial.present(), trial.before());
        row(table, trial.candidate(), trial.after());
        Div frame = new Div(table);
        frame.addClassName("trial-figures");
        return frame;
    }

    private static String[] columns() {
        return new String[] {
            "answered", "notFound", "failed", "citations", "unsupported", "median"
        };
    }

    private void row(NativeTable table, String model, TrialFigures figures) {
        NativeTableRow row = table.getBody().addRow();
        row.add(new NativeTableHeaderCell(model));
        row.addDataCell().setText(figures.answered() + " / " + figures.answers());
        row.addDataCell().setText(Integer.toString(figures.notFound()));
        row.addDataCell().setText(Integer.toString(figures.failed()));
        row.addDataCell().setText(Integer.toString(figures.citations()));
        row.addDataCell().setText(Integer.toString(figures.unsupported()));
        row.addDataCell().setText(seconds(figures.medianMillis()));
    }

    private String seconds(long millis) {
        return getTranslation("upgrade.seconds", String.format(locale(), "%.1f", millis / 1000.0));
    }

    private Locale locale() {
        return getLocale();
    }

    private Div buttons() {
        Div buttons = new Div();
        buttons.addClassName("generation-buttons");
        if (trial.state() == State.RUNNING) {
            buttons.add(button("upgrade.stop", TrialIntent.STOP));
        }
        if (trial.mine() && trial.through() > 0) {
            buttons.add(button("upgrade.read", TrialIntent.READ));
        }
        if (trial.state() == State.DONE && trial.switched() != Switched.YES) {
            buttons.add(button("upgrade.switch", TrialIntent.SWITCH));
        }
        if (trial.switched() == Switched.YES) {
            buttons.add(button("upgrade.rollBack", TrialIntent.ROLL_BACK));
        }
        return buttons;
    }

    private Button button(String key, TrialIntent intent) {
        return new Button(getTranslation(key), click -> act.accept(trial, intent));
    }
}
