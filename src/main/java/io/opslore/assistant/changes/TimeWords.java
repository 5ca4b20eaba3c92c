package io.opslore.assistant.changes;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words of a text that name a day, counted back from today, in English or Russian.
 *
 * @param day which one; never in the future
 * @param rest the text without them
 */
record TimeWords(LocalDate day, String rest) {

    private static final int FLAGS =
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    private static final String SINCE = "(?:\\b(?:since|after|from|on|с|со|после|от)\\s+)?";

    private static final List<String> MONTHS =
            List.of(
                    "jan|январ",
                    "feb|феврал",
                    "mar|март",
                    "apr|апрел",
                    "may|ма[йяе]",
                    "jun|июн",
                    "jul|июл",
                    "aug|август",
                    "sep|сентябр",
                    "oct|октябр",
                    "nov|ноябр",
                    "dec|декабр");

    private static final List<String> WEEKDAYS =
            List.of(
                    "monday|понедельник",
                    "tuesday|вторник",
                    "wednesday|сред",
                    "thursday|четверг",
                    "friday|пятниц",
                    "saturday|суббот",
                    "sunday|воскресень");

    private static final String MONTH = "((?:" + String.join("|", MONTHS) + ")\\p{L}*)";

    private static final List<Rule> RULES =
            List.of(
                    rule("(\\d{4})-(\\d{2})-(\\d{2})", TimeWords::isoDay),
                    rule("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})", TimeWords::dottedDay),
                    // Without a year it may also be a version.
                    rule(
                            "(?<=\\b(?:since|after|from|с|со|после)\\s)(\\d{1,2})\\.(\\d{1,2})()",
                            TimeWords::dottedDay),
                    rule(
                            "(\\d{1,2})(?:st|nd|rd|th)?\\s+" + MONTH + "(?:,?\\s+(\\d{4}))?",
                            TimeWords::dayAndMonth),
                    rule(
                            MONTH + "\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?",
                            TimeWords::monthAndDay),
                    rule(
                            "(?:the\\s+)?(?:beginning of\\s+)?(?:today|сегодня\\w*)",
                            (match, today) -> today),
                    rule(
                            "(?:yesterday|вчера\\w*)(?:\\s+дня)?",
                            (match, today) -> today.minusDays(1)),
                    rule(
                            "(?:last\\s+|прошл\\w+\\s+)?("
                                    + String.join("|", WEEKDAYS)
                                    + ")\\p{L}*",
                            TimeWords::weekday),
                    rule(
                            "(?:(?:in|over|during|within|for|за)\\s+)?(?:the\\s+)?"
                                    + "(?:last|past|previous|this|последн\\w+|прошл\\w+|эт\\w+|за)\\s+(\\d{1,3}\\s+)?"
                                    + "(hour|day|week|month|year|час|день|дня|дней|сут|недел|месяц|год|лет)\\p{L}*",
                            TimeWords::lately),
                    rule("(\\d{1,3}\\s+)(hour|day|week|month|year)s?\\s+ago", TimeWords::lately),
                    rule(
                            "(?:recently|lately|недавно|в последнее время)",
                            (match, today) -> today.minusDays(7)));

    /** A way of naming a day. */
    private record Rule(Pattern words, BiFunction<MatchResult, LocalDate, LocalDate> day) {}

    /** Empty where no day is named that there was. */
    static Optional<TimeWords> in(String text, LocalDate today) {
        for (Rule rule : RULES) {
            Matcher matcher = rule.words().matcher(text);
            if (matcher.find()) {
                try {
                    LocalDate day = rule.day().apply(matcher.toMatchResult(), today);
                    String rest =
                            text.substring(0, matcher.start())
                                    + " "
                                    + text.substring(matcher.end());
                    return day.isAfter(today)
                            ? Optional.empty()
                            : Optional.of(new TimeWords(day, rest));
                } catch (DateTimeException noSuchDay) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static Rule rule(String words, BiFunction<MatchResult, LocalDate, LocalDate> day) {
        return new Rule(Pattern.compile(SINCE + "\\b" + words + "\\b", FLAGS), day);
    }

    private static LocalDate isoDay(MatchResult match, LocalDate today) {
        return LocalDate.of(number(match, 1), number(match, 2), number(match, 3));
    }

    private static LocalDate dottedDay(MatchResult match, LocalDate today) {
        return day(number(match, 1), number(match, 2), match.group(3), today);
    }

    private static LocalDate dayAndMonth(MatchResult match, LocalDate today) {
        return day(number(match, 1), indexOf(match.group(2), MONTHS), match.group(3), today);
    }

    private static LocalDate monthAndDay(MatchResult match, LocalDate today) {
        return day(number(match, 2), indexOf(match.group(1), MONTHS), match.group(3), today);
    }

    private static LocalDate weekday(MatchResult match, LocalDate today) {
        DayOfWeek wanted = DayOfWeek.of(indexOf(match.group(1), WEEKDAYS));
        return today.with(TemporalAdjusters.previousOrSame(wanted));
    }

    private static LocalDate lately(MatchResult match, LocalDate today) {
        String number = match.group(1);
        int count = number == null ? 1 : Integer.parseInt(number.strip());
        String unit = match.group(2).toLowerCase(Locale.ROOT);
        Period period =
                switch (unit) {
                    case "week", "недел" -> Period.ofWeeks(count);
                    case "month", "месяц" -> Period.ofMonths(count);
                    case "year", "год", "лет" -> Period.ofYears(count);
                    case "hour", "час" -> Period.ofDays(Math.ceilDiv(count, 24));
                    default -> Period.ofDays(count);
                };
        return today.minus(period);
    }

    /** Without a year the latest such day that there was. */
    private static LocalDate day(int day, int month, @Nullable String year, LocalDate today) {
        if (year != null && !year.isEmpty()) {
            return LocalDate.of(Integer.parseInt(year), month, day);
        }
        LocalDate thisYear = LocalDate.of(today.getYear(), month, day);
        return thisYear.isAfter(today) ? thisYear.minusYears(1) : thisYear;
    }

    private static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }

    private static int indexOf(String word, List<String> beginnings) {
        for (int i = 0; i < beginnings.size(); i++) {
            if (Pattern.compile(beginnings.get(i), FLAGS).matcher(word).lookingAt()) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException(word);
    }
}
