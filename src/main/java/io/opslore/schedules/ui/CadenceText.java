package io.opslore.schedules.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import io.opslore.kit.ReaderDates;
import io.opslore.schedules.Cadence;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** When a job comes, in the reader's words; what has no words stands as it is set. */
final class CadenceText {

    private static final String NUMBER = "\\d{1,2}";
    private static final String ANY = "[*?]";

    private CadenceText() {}

    static String of(Cadence cadence) {
        return switch (cadence) {
            case Cadence.Never never -> say("never");
            case Cadence.Every(Duration pause) -> every(pause);
            case Cadence.Cron(String expression, ZoneId zone) ->
                    zoned(words(expression.strip().split("\\s+")).orElse(expression), zone);
        };
    }

    private static String every(Duration pause) {
        if (pause.toDaysPart() > 0 && pause.toHoursPart() == 0) {
            return say("days", pause.toDays());
        }
        if (pause.toHours() > 0 && pause.toMinutesPart() == 0) {
            return say("hours", pause.toHours());
        }
        return pause.toMinutes() > 0
                ? say("minutes", pause.toMinutes())
                : say("seconds", Math.max(1, pause.toSeconds()));
    }

    /** Of second, minute, hour, day of the month, month and day of the week. */
    private static Optional<String> words(String... fields) {
        boolean plain =
                fields.length == 6
                        && fields[0].matches(NUMBER)
                        && fields[1].matches(NUMBER)
                        && fields[4].matches(ANY);
        if (!plain) {
            return Optional.empty();
        }
        if (fields[2].matches(ANY) && fields[3].matches(ANY) && fields[5].matches(ANY)) {
            return Optional.of(say("hourly", fields[1]));
        }
        return fields[2].matches(NUMBER) ? onDays(fields) : Optional.empty();
    }

    private static Optional<String> onDays(String... fields) {
        String time = time(Integer.parseInt(fields[2]), Integer.parseInt(fields[1]));
        boolean everyDay = fields[3].matches(ANY);
        if (everyDay && fields[5].matches(ANY)) {
            return Optional.of(say("daily", time));
        }
        if (everyDay && fields[5].equalsIgnoreCase("MON-FRI")) {
            return Optional.of(say("workdays", time));
        }
        if (everyDay) {
            return day(fields[5]).map(name -> say("weekly", name, time));
        }
        return fields[3].matches(NUMBER) && fields[5].matches(ANY)
                ? Optional.of(say("monthly", fields[3], time))
                : Optional.empty();
    }

    private static Optional<String> day(String field) {
        List<String> shorts =
                Arrays.stream(DayOfWeek.values()).map(day -> day.name().substring(0, 3)).toList();
        String wanted = field.toUpperCase(Locale.ROOT);
        int number = wanted.matches("[0-7]") ? (Integer.parseInt(wanted) + 6) % 7 : -1;
        int at = number >= 0 ? number : shorts.indexOf(wanted);
        return at < 0
                ? Optional.empty()
                : Optional.of(
                        DayOfWeek.of(at + 1).getDisplayName(TextStyle.FULL_STANDALONE, locale()));
    }

    private static String time(int hour, int minute) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale())
                .format(LocalTime.of(hour, minute));
    }

    private static String zoned(String words, ZoneId zone) {
        return zone.getRules().equals(ReaderDates.zone().getRules())
                ? words
                : words + " (" + zone.getId() + ")";
    }

    private static String say(String key, Object... values) {
        return I18NProvider.translate("schedules.cadence." + key, values);
    }

    private static Locale locale() {
        UI ui = UI.getCurrent();
        return ui == null ? Locale.getDefault() : ui.getLocale();
    }
}
