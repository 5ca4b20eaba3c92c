package io.opslore.retrieval.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.opslore.retrieval.GenerationStatus;
import java.time.Duration;

/** How far a build is, what it has cost and what is left of it. */
final class BuildProgress extends Div {

    BuildProgress(GenerationStatus status) {
        addClassName("build-progress");
        add(bar(status), words(status));
    }

    private ProgressBar bar(GenerationStatus status) {
        var bar = new ProgressBar();
        bar.setValue(status.bytes() == 0 ? 0 : status.bytesDone() / (double) status.bytes());
        bar.getElement().setAttribute("aria-label", getTranslation("index.progress"));
        return bar;
    }

    private Div words(GenerationStatus status) {
        var generation = status.generation();
        Div words = new Div();
        words.addClassName("facts");
        words.add(
                new Span(getTranslation("index.done", status.done(), status.documents())),
                new Span(getTranslation("index.cost", generation.embedded(), generation.reused())));
        if (!generation.busy().isZero()) {
            words.add(
                    new Span(getTranslation("index.speed", status.windowsPerSecond())),
                    new Span(getTranslation("index.worked", time(generation.busy()))));
        }
        status.windowsLeft()
                .ifPresent(left -> words.add(new Span(getTranslation("index.windowsLeft", left))));
        status.timeLeft()
                .ifPresent(
                        left -> words.add(new Span(getTranslation("index.timeLeft", time(left)))));
        return words;
    }

    private String time(Duration time) {
        if (time.toMinutes() < 1) {
            return getTranslation("index.seconds", time.toSeconds());
        }
        return time.toHours() < 1
                ? getTranslation("index.minutes", time.toMinutes())
                : getTranslation("index.hours", time.toHours(), time.toMinutesPart());
    }
}
