package io.opslore.operations.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.opslore.health.Condition;
import io.opslore.health.DependencyState;
import io.opslore.kit.StateBadge;
import io.opslore.kit.StateBadge.Tone;
import io.opslore.kit.TimeText;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What the portal depends on, each with its state and the reason. */
final class DependencyList extends UnorderedList {

    private List<DependencyState> shown = List.of();

    DependencyList() {
        addClassName("dependencies");
        getElement().setAttribute("aria-live", "polite");
    }

    /** Changes nothing in the browser where nothing has changed. */
    void show(List<DependencyState> now) {
        if (conditions(now).equals(conditions(shown))) {
            return;
        }
        shown = List.copyOf(now);
        removeAll();
        now.forEach(one -> add(item(one)));
    }

    private static List<Condition> conditions(List<DependencyState> states) {
        return states.stream().map(DependencyState::condition).toList();
    }

    private ListItem item(DependencyState one) {
        Span name = new Span(getTranslation("operations.dependency." + one.name()));
        name.addClassName("dependency-name");
        Span reason = new Span(reason(one.condition()));
        reason.addClassName("dependency-reason");
        Div since = new Div(new TimeText(one.since()));
        since.addClassName("secondary");
        return new ListItem(name, badge(one.condition().state()), reason, since);
    }

    private String reason(Condition condition) {
        return getTranslation(
                condition.translation(),
                condition.values().stream()
                        .map(value -> value instanceof Instant at ? TimeText.exact(at) : value)
                        .toArray());
    }

    private StateBadge badge(Condition.State state) {
        Tone tone =
                switch (state) {
                    case UP -> Tone.GOOD;
                    case DEGRADED -> Tone.WARNING;
                    case DOWN -> Tone.BAD;
                    case UNKNOWN -> Tone.QUIET;
                };
        return new StateBadge(
                tone, getTranslation("operations.state." + state.name().toLowerCase(Locale.ROOT)));
    }
}
