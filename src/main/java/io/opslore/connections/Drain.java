package io.opslore.connections;

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
public final class Drain {

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
     * @param example one of its lines
     */
    public record Group(
            String pattern,
            long count,
            @Nullable Instant first,
            @Nullable Instant last,
            String example) {

        /** Between the first and the last. */
        public double perMinute() {
            if (first == null || last == null) {
                return 0;
            }
            double minutes = Math.max(1, Duration.between(first, last).toSeconds() / 60.0);
            return Math.round(count / minutes * 10) / 10.0;
        }
    }

    /** A line; null for when where that is not known. */
    public void add(String line, @Nullable Instant at) {
        String pattern = VARIABLE.matcher(line.strip()).replaceAll("<\\*>");
        add(new Group(pattern, 1, at, at, line));
    }

    /** What was grouped before. */
    public void add(Group group) {
        String[] words = group.pattern().split("\\s+", MOST_WORDS);
        List<Found> near = tree.computeIfAbsent(key(words), key -> new ArrayList<>());
        Found best = best(near, words);
        if (best == null && groups < MOST_GROUPS) {
            best = new Found(words, group.example());
            near.add(best);
            groups++;
        }
        if (best != null) {
            best.take(words, group);
        }
    }

    /** In no order. */
    public List<Group> groups() {
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
        private final String example;
        private long count;
        private @Nullable Instant first;
        private @Nullable Instant last;

        Found(String[] words, String example) {
            this.words = words.clone();
            this.example = example;
        }

        double alike(String[] others) {
            int same = 0;
            for (int at = 0; at < words.length; at++) {
                same += words[at].equals(others[at]) ? 1 : 0;
            }
            return (double) same / words.length;
        }

        void take(String[] others, Group group) {
            count += group.count();
            for (int word = 0; word < words.length; word++) {
                if (!words[word].equals(others[word])) {
                    words[word] = ANY;
                }
            }
            first = earlier(first, group.first());
            last = later(last, group.last());
        }

        private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
            return one == null || other != null && other.isBefore(one) ? other : one;
        }

        private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
            return one == null || other != null && other.isAfter(one) ? other : one;
        }

        Group group() {
            return new Group(String.join(" ", words), count, first, last, example);
        }
    }
}
