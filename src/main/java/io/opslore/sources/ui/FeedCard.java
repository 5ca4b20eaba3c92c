package io.opslore.sources.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.opslore.kit.IconButton;
import io.opslore.kit.TimeText;
import io.opslore.sources.Source;
import io.opslore.sources.SourceState;
import io.opslore.sources.SourceStatus;
import io.opslore.sources.SyncFault;
import io.opslore.sources.SyncResult;
import java.time.Instant;
import java.util.Map;

/** One source: what it is, where it stands and what can be done with it. */
final class FeedCard extends Article {

    private static final int SHORT = 10;

    private final SourceStatus status;
    private final Source source;
    private final SourceState state;
    private final FeedActions actions;

    FeedCard(SourceStatus status, String space, FeedActions actions) {
        this.status = status;
        this.source = status.source();
        this.state = status.state();
        this.actions = actions;
        addClassName("feed");
        Div head = new Div(new H2(source.name()), FeedText.badge(status));
        head.addClassName("feed-head");
        add(head, facts(space));
        if (state.running()) {
            add(progress());
        }
        SyncFault fault = state.fault();
        if (fault != null) {
            add(warning(fault));
        }
        add(outcome(), buttons());
    }

    private Div facts(String space) {
        Div facts = new Div();
        facts.addClassName("facts");
        facts.add(new Span(source.connection().value()), new Span(FeedText.what(source.kind())));
        source.rules().options().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(option -> facts.add(new Span(FeedText.option(source.kind(), option))));
        facts.add(new Span(getTranslation("feeds.into", space)));
        if (!source.rules().folder().isEmpty()) {
            facts.add(new Span(source.rules().folder()));
        }
        facts.add(new Span(getTranslation("feeds.by", source.owner().username())));
        return facts;
    }

    private ProgressBar progress() {
        ProgressBar bar = new ProgressBar();
        bar.setIndeterminate(state.total() == 0);
        if (state.total() > 0) {
            bar.setValue(Math.min(1.0, (double) state.done() / state.total()));
        }
        return bar;
    }

    private Div warning(SyncFault fault) {
        Icon icon = new Icon(VaadinIcon.WARNING);
        icon.getElement().setAttribute("aria-hidden", "true");
        Span words = new Span(FeedText.fault(fault));
        words.addClassName("note-words");
        Div note = new Div(icon, words, new TimeText(fault.at()));
        note.addClassNames("note", "warning");
        return note;
    }

    private Div outcome() {
        Div facts = new Div();
        facts.addClassName("facts");
        SyncResult last = state.last();
        if (last == null) {
            facts.add(new Span(getTranslation("feeds.never")));
        } else {
            String version = last.version();
            facts.add(
                    new Span(new Span(getTranslation("feeds.last") + " "), new TimeText(last.at())),
                    new Span(
                            getTranslation(
                                    "feeds.version",
                                    version.substring(0, Math.min(SHORT, version.length())))),
                    new Span(counts(last)));
            if (last.passedOver() > 0) {
                facts.add(new Span(getTranslation("feeds.passedOver", last.passedOver())));
            }
        }
        facts.add(new Span(next()));
        return facts;
    }

    private String counts(SyncResult last) {
        return last.isQuiet()
                ? getTranslation("feeds.unchanged")
                : getTranslation(
                        "feeds.counts", last.added(), last.changed(), last.moved(), last.removed());
    }

    private String next() {
        Instant next = state.nextAt();
        if (!source.enabled()) {
            return getTranslation("feeds.next.off");
        }
        return next == null
                ? getTranslation(state.hooked() ? "feeds.next.never" : "feeds.next.asked")
                : getTranslation("feeds.next", TimeText.exact(next));
    }

    private Div buttons() {
        Button now =
                new Button(
                        getTranslation("feeds.syncNow"),
                        new Icon(VaadinIcon.REFRESH),
                        click -> actions.syncNow(source));
        now.addThemeVariants(ButtonVariant.SMALL);
        now.setEnabled(source.enabled() && !state.running() && !state.waiting());
        Button plan = new Button(getTranslation("feeds.plan"), click -> actions.plan(source));
        plan.addThemeVariants(ButtonVariant.SMALL);
        Button hook = new Button(getTranslation("feeds.hook"), click -> actions.openHook(source));
        hook.addThemeVariants(ButtonVariant.SMALL);
        hook.setVisible(state.hooked());
        Div small =
                new Div(
                        new IconButton(
                                VaadinIcon.EDIT,
                                getTranslation("feeds.edit", source.name()),
                                () -> actions.edit(status)),
                        new IconButton(
                                VaadinIcon.TRASH,
                                getTranslation("feeds.remove.this", source.name()),
                                () -> actions.askToRemove(source)));
        Div buttons = new Div(now, plan, hook, small);
        buttons.addClassName("feed-buttons");
        return buttons;
    }
}
