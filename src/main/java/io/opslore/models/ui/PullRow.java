package io.opslore.models.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.opslore.kit.FileSize;
import io.opslore.kit.IconButton;
import io.opslore.kit.StateBadge;
import io.opslore.kit.StateBadge.Tone;
import io.opslore.models.Pull;

/** One fetch: how far it is, and what can be done about it. */
final class PullRow extends Div {

    PullRow(Pull pull, ModelActions actions) {
        addClassName("server-pull-row");
        Span name = new Span(pull.model());
        name.addClassNames("long", "server-pull-name");
        Div head = new Div(name, badge(pull), button(pull, actions));
        head.addClassName("server-card-head");
        add(head);
        if (pull.state() == Pull.State.RUNNING) {
            add(bar(pull));
        }
        add(words(pull));
    }

    private StateBadge badge(Pull pull) {
        return switch (pull.state()) {
            case RUNNING -> new StateBadge(Tone.BUSY, getTranslation("server.pull.runs"));
            case DONE -> new StateBadge(Tone.GOOD, getTranslation("server.pull.done"));
            case FAILED -> new StateBadge(Tone.BAD, getTranslation("server.pull.failed"));
            case CANCELLED -> new StateBadge(Tone.QUIET, getTranslation("server.pull.cancelled"));
        };
    }

    private Div button(Pull pull, ModelActions actions) {
        String model = pull.model();
        Div buttons = new Div();
        buttons.addClassName("server-buttons");
        switch (pull.state()) {
            case RUNNING ->
                    buttons.add(
                            new IconButton(
                                    VaadinIcon.CLOSE_SMALL,
                                    getTranslation("server.pull.cancel", model),
                                    () -> actions.cancelPull(model)));
            case DONE -> buttons.add(dismiss(model, actions));
            case FAILED, CANCELLED ->
                    buttons.add(
                            new IconButton(
                                    VaadinIcon.REFRESH,
                                    getTranslation("server.pull.again", model),
                                    () -> actions.pull(model)),
                            dismiss(model, actions));
        }
        return buttons;
    }

    private IconButton dismiss(String model, ModelActions actions) {
        return new IconButton(
                VaadinIcon.CLOSE_SMALL,
                getTranslation("server.dismiss", model),
                () -> actions.dismiss(model));
    }

    private ProgressBar bar(Pull pull) {
        var bar = new ProgressBar();
        bar.setIndeterminate(pull.total() == 0);
        if (pull.total() > 0) {
            bar.setValue(Math.min(1, pull.completed() / (double) pull.total()));
        }
        bar.getElement()
                .setAttribute("aria-label", getTranslation("server.pull.progress", pull.model()));
        return bar;
    }

    private Div words(Pull pull) {
        Div words = new Div();
        words.addClassNames("facts", "long");
        if (!pull.said().isEmpty()) {
            words.add(new Span(pull.said()));
        }
        if (pull.total() > 0) {
            words.add(
                    new Span(
                            getTranslation(
                                    "server.pull.bytes",
                                    FileSize.text(pull.completed()),
                                    FileSize.text(pull.total()))));
        }
        return words;
    }
}
