package io.opslore.guard.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.opslore.guard.Limit;
import io.opslore.guard.LimitValue;
import io.opslore.guard.Standing;
import io.opslore.kit.TimeText;
import java.time.Instant;

/** One limit: what is used and left of it, why it is so high, and when there is more. */
final class LimitBar extends Div {

    private static final double MUCH = 0.8;

    LimitBar(Standing standing) {
        this(standing.value());
        Limit limit = standing.value().limit();
        String used = LimitText.amount(limit, standing.used());
        Long allowed = standing.value().amount();
        if (allowed == null) {
            add(part("limit-left", getTranslation("usage.used", used)));
            return;
        }
        ProgressBar bar = new ProgressBar(0, 1, standing.share());
        bar.getElement().setAttribute("aria-label", LimitText.name(limit));
        bar.setClassName("much", standing.share() > MUCH);
        add(
                part(
                        "limit-left",
                        getTranslation(
                                "usage.usedOf",
                                used,
                                LimitText.amount(limit, allowed),
                                LimitText.amount(limit, standing.left()))),
                bar);
        Instant frees = standing.freesAt();
        if (frees != null && standing.used() > 0) {
            add(part("secondary", getTranslation("limits.more", TimeText.exact(frees))));
        }
    }

    private LimitBar(LimitValue value) {
        addClassName("limit-bar");
        Div head =
                new Div(
                        part("limit-name", LimitText.name(value.limit())),
                        part("secondary", LimitText.origin(value)));
        head.addClassName("limit-head");
        add(head);
    }

    /** Of a limit that each thing has for itself, so that none of it is used up. */
    static LimitBar of(LimitValue value) {
        LimitBar bar = new LimitBar(value);
        bar.add(part("limit-left", LimitText.amount(value.limit(), value.amount())));
        return bar;
    }

    private static Span part(String cssClass, String text) {
        Span part = new Span(text);
        part.addClassName(cssClass);
        return part;
    }
}
