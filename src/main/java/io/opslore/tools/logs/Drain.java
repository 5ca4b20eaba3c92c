package io.opslore.tools.logs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Groups lines that are alike, by the algorithm Drain (He et al., 2017): lines of as many words and
 * the same first words belong to the group that they share most words with, and words that differ
 * become {@code <*>}. Not thread-safe.
 */
final class Drain {

    private static final String ANY = "<*>";
    private static final int LEADING = 2;
    private static final int MOST_WORDS = 60;
    private static final int MOST_GROUPS = 1_000;
    private static final double ALIKE = 0.5;

    private static final Pattern VARIABLE =
            Pattern.compile(
                    "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d[.,\\d]*(?:Z|[+-]\\d\\d:?\\d\\d)?"
                            + "|\\b[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\\b"
                            + "|\\b0x[0-9a-fA-F]+\\b"
                            + "|\\b(?=[a-f]*\\d)[0-9a-f]{8,}\\b"
                            + "|\\b\\d+(?:[.:]\\d+)*(?=\\b|[a-z]{1,3}\\b)");

    private final Map<String, List<Found>> tree = new HashMap<>();
    private int groups;

    /**
     * @param first when a line of it was first seen; null where lines tell no time
     */
    record Group(String pattern, long count, @Nullable Instant first, @Nullable Instant last) {

        /** Between the first and the last. */
        double perMinute() {
            if (first == null || last == null) {
                return 0;
            }
            double minutes = Math.max(1, Duration.between(first, last).toSeconds() / 60.0);
            return Math.round(count / minutes * 10) / 10.0;
        }
    }

    void add(String line, @Nullable Instant at) {
        String[] words =
                VARIABLE.matcher(line.strip()).replaceAll("<\\*>").split("\\s+", MOST_WORDS);
        List<Found> near = tree.computeIfAbsent(key(words), key -> new ArrayList<>());
        Found best = best(near, words);
        if (best == null && groups < MOST_GROUPS) {
            best = new Found(words);
            near.add(best);
            groups++;
        }
        if (best != null) {
            best.take(words, at);
        }
    }

    /** In no order. */
    List<Group> groups() {
        return tree.values().stream().flatMap(List::stream).map(Found::group).toList();
    }

    private static String key(String[] words) {
        StringBuilder key = new StringBuilder().append(words.length);
        for (int at = 0; at < Math.min(LEADING, words.length); at++) {
            boolean isVariable = words[at].chars().anyMatch(Character::isDigit);
            key.append(' ').append(isVariable ? ANY : words[at]);
        }
        return key.toString();
    }

    private static @Nullable Found best(List<Found> near, String[] words) {
        Found best = null;
        double most = ALIKE;
        for (Found one : near) {
            double alike = one.alike(words);
            if (alike >= most) {
                most = alike;
                best = one;
            }
        }
        return best;
    }

    private static final class Found {

        private final String[] words;
        private long count;
        private @Nullable Instant first;
        private @Nullable Instant last;

        Found(String[] words) {
            this.words = words.clone();
        }

        double alike(String[] others) {
            int same = 0;
            for (int at = 0; at < words.length; at++) {
                same += words[at].equals(others[at]) ? 1 : 0;
            }
            return (double) same / words.length;
        }

        void take(String[] others, @Nullable Instant at) {
            count++;
            for (int word = 0; word < words.length; word++) {
                if (!words[word].equals(others[word])) {
                    words[word] = ANY;
                }
            }
            if (at != null) {
                first = first == null || at.isBefore(first) ? at : first;
                last = last == null || at.isAfter(last) ? at : last;
            }
        }

        Group group() {
            return new Group(String.join(" ", words), count, first, last);
        }
    }
}
