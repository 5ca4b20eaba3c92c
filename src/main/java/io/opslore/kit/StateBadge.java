package io.opslore.kit;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Locale;

/** A state in a word, with an icon so that colour is never the only sign. */
public final class StateBadge extends Span {

    /** How a state feels. */
    public enum Tone {
        QUIET(VaadinIcon.CLOCK),
        BUSY(VaadinIcon.REFRESH),
        GOOD(VaadinIcon.CHECK_CIRCLE_O),
        WARNING(VaadinIcon.WARNING),
        BAD(VaadinIcon.CLOSE_CIRCLE_O);

        private final VaadinIcon icon;

        Tone(VaadinIcon icon) {
            this.icon = icon;
        }
    }

    public StateBadge(Tone tone, String text) {
        Icon icon = new Icon(tone.icon);
        icon.getElement().setAttribute("aria-hidden", "true");
        addClassNames("state-badge", tone.name().toLowerCase(Locale.ROOT));
        add(icon, new Span(text));
    }
}
