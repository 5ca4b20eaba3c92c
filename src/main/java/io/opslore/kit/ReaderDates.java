package io.opslore.kit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Days as the reader counts and writes them. */
public final class ReaderDates {

    private ReaderDates() {}

    /** Where the reader's browser is; UTC where it does not say. */
    public static ZoneId zone() {
        UI ui = UI.getCurrent();
        String id = ui == null ? null : ui.getPage().getExtendedClientDetails().getTimeZoneId();
        try {
            return id == null ? ZoneOffset.UTC : ZoneId.of(id);
        } catch (DateTimeException unknownToJava) {
            return ZoneOffset.UTC;
        }
    }

    /** The reader's day. */
    public static LocalDate today() {
        return LocalDate.now(zone());
    }

    /** A day in the reader's language. */
    public static String text(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale())
                .format(day);
    }

    /** A field for a day whose calendar speaks the reader's language. */
    public static DatePicker picker(String label) {
        Locale locale = locale();
        DatePicker picker = new DatePicker(label);
        picker.setLocale(locale);
        picker.setI18n(
                new DatePickerI18n()
                        .setMonthNames(
                                Arrays.stream(Month.values())
                                        .map(it ->
                                                it.getDisplayName(
                                                        TextStyle.FULL_STANDALONE, locale))
                                        .toList())
                        .setWeekdays(weekdays(TextStyle.FULL_STANDALONE, locale))
                        .setWeekdaysShort(weekdays(TextStyle.SHORT_STANDALONE, locale))
                        .setFirstDayOfWeek(WeekFields.of(locale).getFirstDayOfWeek().getValue() % 7)
                        .setToday(I18NProvider.translate("kit.today"))
                        .setCancel(I18NProvider.translate("kit.cancel")));
        return picker;
    }

    static Locale locale() {
        UI ui = UI.getCurrent();
        return ui == null ? Locale.getDefault() : ui.getLocale();
    }

    /** Sunday first, as the calendar wants them. */
    private static List<String> weekdays(TextStyle style, Locale locale) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> day.minus(1).getDisplayName(style, locale))
                .toList();
    }
}
