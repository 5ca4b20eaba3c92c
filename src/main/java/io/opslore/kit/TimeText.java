package io.opslore.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** A point in time as the reader says it: roughly in sight, exactly on hover. */
@Tag("time")
public final class TimeText extends Component implements HasText {

    public TimeText(Instant time) {
        getElement().setAttribute("datetime", time.toString());
        getElement().setAttribute("title", exact(time));
        setText(rough(time, Instant.now()));
    }

    /** Date and time in the zone and language of the reader. */
    public static String exact(Instant time) {
        return format(time, DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM));
    }

    static String rough(Instant time, Instant now) {
        Duration ago = Duration.between(time, now);
        if (ago.toMinutes() < 1) {
            return I18NProvider.translate("kit.time.now");
        }
        if (ago.toHours() < 1) {
            return I18NProvider.translate("kit.time.minutes", ago.toMinutes());
        }
        if (ago.toDays() < 1) {
            return I18NProvider.translate("kit.time.hours", ago.toHours());
        }
        if (ago.toDays() < 7) {
            return I18NProvider.translate("kit.time.days", ago.toDays());
        }
        return format(time, DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM));
    }

    private static String format(Instant time, DateTimeFormatter formatter) {
        return formatter.withLocale(ReaderDates.locale()).withZone(ReaderDates.zone()).format(time);
    }
}
