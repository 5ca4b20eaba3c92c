package io.opslore.schedules.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.opslore.kit.TimeText;
import io.opslore.schedules.JobRun;
import io.opslore.schedules.JobRun.Outcome;
import io.opslore.schedules.JobStanding;
import java.time.Instant;

/** One job: when it comes, how it went, and what can be done with it. */
final class ScheduleCard extends Article {

    private final JobStanding job;

    ScheduleCard(JobStanding job, Runnable runNow, Runnable history) {
        this.job = job;
        addClassNames("feed", "schedule");
        Div head = new Div(new H2(RunText.title(job)));
        head.addClassName("feed-head");
        add(head);
        if (!job.isListed()) {
            Span about = new Span(RunText.say("job." + job.name() + ".about"));
            about.addClassName("secondary");
            add(about);
        }
        add(plan());
        JobRun last = job.last();
        if (last == null) {
            add(new Span(RunText.say("notYet")));
        } else {
            head.add(RunText.badge(last));
            show(last);
        }
        add(buttons(runNow, history));
    }

    private Div plan() {
        Instant next = job.next();
        Div facts = new Div(new Span(CadenceText.of(job.cadence())));
        facts.addClassName("facts");
        if (next != null) {
            facts.add(new Span(RunText.say("next", TimeText.exact(next))));
        }
        return facts;
    }

    private void show(JobRun last) {
        if (last.outcome() == Outcome.RUNNING) {
            ProgressBar bar = new ProgressBar();
            bar.setIndeterminate(true);
            bar.getElement().setAttribute("aria-label", RunText.say("outcome.running"));
            add(bar);
        }
        String result = RunText.result(last);
        if (last.outcome() == Outcome.FAILED) {
            add(warning(result));
        }
        if (job.isListed() && last.outcome() == Outcome.RUNNING) {
            return;
        }
        Div facts =
                new Div(new Span(new Span(RunText.say("last") + " "), new TimeText(last.began())));
        facts.addClassName("facts");
        if (!job.isListed()) {
            facts.add(
                    new Span(RunText.took(last)),
                    new Span(RunText.by(last)),
                    new Span(RunText.say("at", last.portal())));
        }
        if (last.outcome() == Outcome.DONE && !result.isEmpty()) {
            add(new Span(result));
        }
        add(facts);
    }

    private static Div warning(String text) {
        Icon icon = new Icon(VaadinIcon.WARNING);
        icon.getElement().setAttribute("aria-hidden", "true");
        Span words = new Span(text);
        words.addClassName("note-words");
        Div note = new Div(icon, words);
        note.addClassNames("note", "warning");
        return note;
    }

    private Div buttons(Runnable runNow, Runnable history) {
        Button now =
                new Button(RunText.say("runNow"), new Icon(VaadinIcon.PLAY), click -> runNow.run());
        now.addThemeVariants(ButtonVariant.SMALL);
        now.setAriaLabel(RunText.say("runNow.this", RunText.title(job)));
        now.setEnabled(!job.isRunning());
        Button before = new Button(RunText.say("history"), click -> history.run());
        before.addThemeVariants(ButtonVariant.SMALL);
        before.setAriaLabel(RunText.say("history.this", RunText.title(job)));
        before.setVisible(!job.isListed() && job.last() != null);
        Div buttons = new Div(now, before);
        buttons.addClassName("feed-buttons");
        return buttons;
    }
}
