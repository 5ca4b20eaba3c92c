package io.opslore.assistant.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.opslore.assistant.CitedSource;
import io.opslore.kit.ReaderDates;
import io.opslore.kit.StateBadge;
import io.opslore.kit.StateBadge.Tone;
import io.opslore.library.Standing;
import java.util.ArrayList;
import java.util.List;

/** In a word each, what a reader should know of a source before relying on it. */
final class SourceBadges extends Span {

    SourceBadges(CitedSource source) {
        addClassName("source-badges");
        of(source).forEach(this::add);
    }

    private static List<StateBadge> of(CitedSource source) {
        var badges = new ArrayList<StateBadge>();
        switch (source.standing()) {
            case Standing.Current() -> {}
            case Standing.Changed changed -> badges.add(changed(source));
            case Standing.Removed() -> badges.add(badge(Tone.BAD, "ask.source.removed"));
            case Standing.Hidden() -> badges.add(badge(Tone.QUIET, "ask.source.hidden"));
        }
        var document = source.document();
        if (document != null && document.details().isSuperseded()) {
            badges.add(badge(Tone.WARNING, "ask.source.superseded"));
        }
        if (document != null && document.details().isDueForReview(ReaderDates.today())) {
            badges.add(badge(Tone.WARNING, "ask.source.reviewDue"));
        }
        return badges;
    }

    private static StateBadge changed(CitedSource source) {
        return source.readsTheSame()
                ? badge(Tone.QUIET, "ask.source.changedElsewhere")
                : badge(Tone.WARNING, "ask.source.changed");
    }

    private static StateBadge badge(Tone tone, String key) {
        return new StateBadge(tone, I18NProvider.translate(key));
    }
}
