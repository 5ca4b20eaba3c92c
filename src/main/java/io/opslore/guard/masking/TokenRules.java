package io.opslore.guard.masking;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;

/**
 * Finds what the rules describe. An expression is tried only around the words that go with it, and
 * compiled when that first happens. Thread-safe.
 */
final class TokenRules {

    /** How far a secret may begin before its word, and end after it, on the same line. */
    private static final int BEFORE = 128;

    private static final int AFTER = 4096;

    private static final int LEAST_LETTERS = 6;
    private static final Pattern CROSSED = Pattern.compile("[xX]{6}|\\*{4}|\\.{4}|EXAMPLE");

    /** As people write who need an example. */
    private static final Pattern COUNTED =
            Pattern.compile("(?i)example|123456|abcdef|654321|543210");

    private static final int LONG = 24;
    private static final int RANDOM_PART = 20;

    private final List<Rule> rules;
    private final AtomicReferenceArray<Pattern> patterns;
    private final Keywords keywords;
    private final int[][] rulesOfWord;
    private final Map<String, Integer> runWords = new LinkedHashMap<>();

    TokenRules(List<Rule> rules) {
        this.rules = rules;
        patterns = new AtomicReferenceArray<>(rules.size());
        Map<String, List<Integer>> byWord = new LinkedHashMap<>();
        for (int rule = 0; rule < rules.size(); rule++) {
            for (String word : rules.get(rule).words()) {
                byWord.computeIfAbsent(word, key -> new ArrayList<>()).add(rule);
            }
        }
        List<String> words = List.copyOf(byWord.keySet());
        keywords = new Keywords(words);
        for (int word = 0; word < words.size(); word++) {
            if (words.get(word).startsWith(Runs.SIGN)) {
                runWords.put(words.get(word).substring(1), word);
            }
        }
        rulesOfWord =
                byWord.values().stream()
                        .map(all -> all.stream().mapToInt(Integer::intValue).toArray())
                        .toArray(int[][]::new);
    }

    Keywords keywords() {
        return keywords;
    }

    void find(Source source, Consumer<Finding> found) {
        int[] from = new int[rules.size()];
        int[] to = new int[rules.size()];
        Arrays.fill(from, -1);
        String text = source.text();
        Keywords.Hit hit =
                (word, start, end) -> {
                    for (int rule : rulesOfWord[word]) {
                        if (from[rule] < 0 || start >= to[rule]) {
                            flush(source, rule, from[rule], to[rule], found);
                            from[rule] = Math.max(source.lineStart(start, BEFORE), to[rule]);
                        }
                        to[rule] = source.lineEnd(end, AFTER);
                    }
                };
        keywords.scan(text, hit);
        flushAll(source, from, to, found);
        Arrays.fill(from, -1);
        Arrays.fill(to, 0);
        if (!runWords.isEmpty()) {
            Runs.scan(text, runWords, hit);
            flushAll(source, from, to, found);
        }
    }

    private void flushAll(Source source, int[] from, int[] to, Consumer<Finding> found) {
        for (int rule = 0; rule < from.length; rule++) {
            flush(source, rule, from[rule], to[rule], found);
        }
    }

    private void flush(Source source, int number, int from, int to, Consumer<Finding> found) {
        if (from < 0) {
            return;
        }
        Rule rule = rules.get(number);
        Matcher matcher = pattern(number).matcher(source.text().substring(from, to));
        while (matcher.find()) {
            int group = matcher.groupCount() > 0 && matcher.group(1) != null ? 1 : 0;
            int start = from + matcher.start(group);
            int end = from + matcher.end(group);
            if (convincing(source.text().substring(start, end), rule)) {
                found.accept(Finding.plain(source, start, end, rule.kind(), "", rule.id()));
            }
        }
    }

    private Pattern pattern(int number) {
        Pattern known = patterns.get(number);
        if (known == null) {
            known = Pattern.compile(rules.get(number).expression());
            patterns.set(number, known);
        }
        return known;
    }

    private static boolean convincing(String secret, Rule rule) {
        return secret.chars().distinct().count() >= Math.min(LEAST_LETTERS, secret.length() - 1)
                && !CROSSED.matcher(secret).find()
                && (secret.length() < LONG
                        ? !Placeholders.is(secret)
                        : !COUNTED.matcher(secret).find() || hasRandomPart(secret))
                && !secret.contains("«secret:")
                && (rule.entropy() == 0 || Looks.entropy(secret) >= rule.entropy());
    }

    /** Account numbers before the secret itself may well be counted out; the secret is not. */
    private static boolean hasRandomPart(String secret) {
        return Arrays.stream(secret.split("[^A-Za-z0-9]+", -1))
                .anyMatch(part ->
                        part.length() >= RANDOM_PART
                                && !COUNTED.matcher(part).find()
                                && Looks.random(part, RANDOM_PART));
    }
}
