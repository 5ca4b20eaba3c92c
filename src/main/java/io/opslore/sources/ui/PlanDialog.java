package io.opslore.sources.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.opslore.kit.StateBadge;
import io.opslore.kit.StateBadge.Tone;
import io.opslore.sources.PassedOver;
import io.opslore.sources.SourcePlan;
import io.opslore.sources.SourcePlan.Fate;
import io.opslore.sources.SourcePlan.Item;

/** What a sync would do. */
class PlanDialog extends Dialog {

    private static final int SHORT = 10;

    private final Div body = new Div();

    PlanDialog(String name) {
        setHeaderTitle(getTranslation("feeds.plan.title", name));
        setWidth("46rem");
        setMaxWidth("100%");
        ProgressBar busy = new ProgressBar();
        busy.setIndeterminate(true);
        body.addClassName("feed-plan");
        body.add(new Paragraph(getTranslation("feeds.plan.busy")), busy);
        add(body);
        getFooter().add(new Button(getTranslation("kit.close"), click -> close()));
    }

    void show(SourcePlan plan) {
        body.removeAll();
        body.add(
                new Paragraph(
                        getTranslation(
                                "feeds.plan.version",
                                plan.version()
                                        .substring(0, Math.min(SHORT, plan.version().length())),
                                plan.count(Fate.ADDED),
                                plan.count(Fate.CHANGED),
                                plan.count(Fate.MOVED),
                                plan.count(Fate.REMOVED),
                                plan.count(Fate.PASSED_OVER))));
        if (plan.items().isEmpty()) {
            body.add(new Paragraph(getTranslation("feeds.plan.nothing")));
            return;
        }
        var list = new UnorderedList();
        plan.items().forEach(item -> list.add(line(item)));
        body.add(list);
        if (plan.items().size() == SourcePlan.MOST) {
            body.add(new Paragraph(getTranslation("feeds.plan.most", SourcePlan.MOST)));
        }
    }

    void fail(String reason) {
        body.removeAll();
        Paragraph words = new Paragraph(reason);
        words.addClassName("feed-failed");
        words.getElement().setAttribute("role", "alert");
        body.add(words);
    }

    private ListItem line(Item item) {
        Span path = new Span(item.path());
        path.addClassName("feed-path");
        var line =
                new ListItem(
                        new StateBadge(
                                tone(item.fate()),
                                getTranslation("feeds.fate." + FeedText.lower(item.fate()))),
                        path);
        PassedOver reason = item.reason();
        if (reason != null) {
            line.add(quiet(getTranslation("feeds.passed." + FeedText.lower(reason))));
        }
        if (!item.from().isEmpty()) {
            line.add(quiet(getTranslation("feeds.plan.from", item.from())));
        }
        return line;
    }

    private static Span quiet(String text) {
        Span span = new Span(text);
        span.addClassName("secondary");
        return span;
    }

    private static Tone tone(Fate fate) {
        return switch (fate) {
            case ADDED -> Tone.GOOD;
            case CHANGED, MOVED -> Tone.BUSY;
            case REMOVED -> Tone.WARNING;
            case PASSED_OVER -> Tone.QUIET;
        };
    }
}
