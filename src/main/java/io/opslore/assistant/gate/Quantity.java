package io.opslore.assistant.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A number with its unit. {@code 1,000} may be a thousand or one; either will do.
 *
 * @param values what it can mean
 * @param unit null where none is told
 */
record Quantity(Set<Double> values, @Nullable Unit unit) implements Fact {

    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?<![\\p{L}_\\d.,:])(?<!\\p{L}-)"
                            + "(\\d{1,3}(?:[\\u00a0\\u202f ]\\d{3})+(?!\\d)|\\d+(?:[.,]\\d+)*)"
                            + "(?:\\s?(%)|[\\s\\u00a0-]?(\\p{L}+))?");

    private static final Map<String, Integer> IN_WORDS =
            Map.ofEntries(
                    Map.entry("one", 1),
                    Map.entry("two", 2),
                    Map.entry("three", 3),
                    Map.entry("four", 4),
                    Map.entry("five", 5),
                    Map.entry("six", 6),
                    Map.entry("seven", 7),
                    Map.entry("eight", 8),
                    Map.entry("nine", 9),
                    Map.entry("ten", 10),
                    Map.entry("twelve", 12),
                    Map.entry("один", 1),
                    Map.entry("одна", 1),
                    Map.entry("одну", 1),
                    Map.entry("одной", 1),
                    Map.entry("два", 2),
                    Map.entry("две", 2),
                    Map.entry("двух", 2),
                    Map.entry("три", 3),
                    Map.entry("трех", 3),
                    Map.entry("четыре", 4),
                    Map.entry("четырех", 4),
                    Map.entry("пять", 5),
                    Map.entry("пяти", 5),
                    Map.entry("шесть", 6),
                    Map.entry("семь", 7),
                    Map.entry("восемь", 8),
                    Map.entry("девять", 9),
                    Map.entry("десять", 10),
                    Map.entry("десяти", 10));

    private static final double NEAR = 1e-9;

    /** What it is a quantity of, and how much of it one is. */
    record Unit(char dimension, double size) {

        private static final Pattern[] NAMES = {
            Pattern.compile("ms|мс|millisecond.*|миллисекунд.*"),
            Pattern.compile("s|secs?|seconds?|с|сек|секунд.*"),
            Pattern.compile("m|mins?|minutes?|м|мин|минут.*"),
            Pattern.compile("h|hrs?|hours?|ч|час(?:а|ов|у|ы|ам|ах)?"),
            Pattern.compile("d|days?|д|дн(?:я|ей|и)|день|сут.*"),
            Pattern.compile("w|weeks?|недел.*"),
            Pattern.compile("kb|ki|kib|кб"),
            Pattern.compile("mb|mi|mib|мб"),
            Pattern.compile("g|gb|gi|gib|гб"),
            Pattern.compile("tb|ti|tib|тб"),
            Pattern.compile("percent|процент.*")
        };
        private static final Unit[] UNITS = {
            new Unit('t', 0.001),
            new Unit('t', 1),
            new Unit('t', 60),
            new Unit('t', 3600),
            new Unit('t', 86400),
            new Unit('t', 604800),
            new Unit('b', 1024.0),
            new Unit('b', 1024.0 * 1024),
            new Unit('b', 1024.0 * 1024 * 1024),
            new Unit('b', 1024.0 * 1024 * 1024 * 1024),
            new Unit('%', 1)
        };

        static @Nullable Unit named(String word) {
            String name = word.toLowerCase(Locale.ROOT);
            for (int index = 0; index < NAMES.length; index++) {
                if (NAMES[index].matcher(name).matches()) {
                    return UNITS[index];
                }
            }
            return null;
        }
    }

    /** All numbers of a text that stand for themselves, not for a part of a name. */
    static List<Quantity> in(String text) {
        var found = new ArrayList<Quantity>();
        Matcher number = NUMBER.matcher(text);
        int from = 0;
        while (number.find(from)) {
            found.add(of(number.group(1), number.group(2), number.group(3)));
            from = number.end(1);
        }
        return found;
    }

    /** Numbers that are written as words; only a passage is read so leniently. */
    static List<Quantity> inWords(List<String> words) {
        return words.stream()
                .flatMap(word -> Stream.ofNullable(IN_WORDS.get(word)))
                .map(number -> new Quantity(Set.of(number.doubleValue()), null))
                .toList();
    }

    /** Whether a passage that says this bears the other out. */
    boolean bearsOut(Quantity claimed) {
        Unit mine = unit;
        Unit theirs = claimed.unit;
        if (mine == null || theirs == null) {
            return meet(values, claimed.values);
        }
        return mine.dimension() == theirs.dimension()
                && meet(scaled(values, mine), scaled(claimed.values, theirs));
    }

    private static Quantity of(String number, @Nullable String percent, @Nullable String word) {
        Unit unit =
                percent != null ? Unit.named("percent") : word == null ? null : Unit.named(word);
        return new Quantity(values(number), unit);
    }

    private static Set<Double> values(String number) {
        String plain = number.replaceAll("[\\s\\u00a0\\u202f]", "");
        Set<String> readings =
                plain.matches("\\d{1,3}(?:[.,]\\d{3})+")
                        ? Set.of(plain.replaceAll("[.,]", ""), plain.replaceFirst(",", "."))
                        : Set.of(plain.replaceFirst(",", "."));
        return readings.stream()
                .filter(reading -> reading.matches("\\d+(?:\\.\\d+)?"))
                .map(Double::valueOf)
                .collect(Collectors.toSet());
    }

    private static Set<Double> scaled(Set<Double> values, Unit unit) {
        return values.stream().map(value -> value * unit.size()).collect(Collectors.toSet());
    }

    private static boolean meet(Set<Double> some, Set<Double> others) {
        return some.stream()
                .anyMatch(one ->
                        others.stream()
                                .anyMatch(
                                        other -> Math.abs(one - other) <= NEAR * Math.max(1, one)));
    }
}
