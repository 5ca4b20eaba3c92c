package io.opslore.guard.masking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds secrets in texts by the rules that are shipped. Loading them costs some milliseconds and
 * happens when the first text is looked at. Thread-safe.
 */
public final class SecretFinder {

    /** Changes with what is found, and is not the rules: they have their own part. */
    private static final String CODE = "1";

    private static final String PLACEHOLDER = "«secret:";
    private static final OwnPatterns NO_OWN = new OwnPatterns(List.of());

    private final TokenRules tokens;
    private final Assignments assignments = new Assignments();
    private final PrivateKeys privateKeys = new PrivateKeys();
    private final Kubernetes kubernetes = new Kubernetes();
    private final KubernetesJson json = new KubernetesJson();
    private final String version;

    private SecretFinder(List<Rule> rules) {
        tokens = new TokenRules(rules);
        version = CODE + "." + Integer.toHexString(rules.hashCode());
    }

    /** The only one. */
    public static SecretFinder shipped() {
        return Shipped.FINDER;
    }

    private static final class Shipped {
        private static final SecretFinder FINDER = new SecretFinder(RuleFile.read());
    }

    /** Names the shipped rules. */
    public String version() {
        return version;
    }

    /** All secrets in a text, in its order, none within another. */
    public List<Finding> find(String text, String fileName) {
        return find(text, fileName, NO_OWN);
    }

    /** Likewise, with rules that were not shipped. */
    public List<Finding> find(String text, String fileName, OwnPatterns own) {
        return find(new Source(text, fileName), own, open -> {});
    }

    /**
     * What is certain of a text that is still growing.
     *
     * @param until what comes before this place is found whatever comes after it
     */
    public record Settled(List<Finding> findings, int until) {}

    /** All that more text cannot change. */
    public Settled settled(String soFar, OwnPatterns own) {
        Source source = new Source(soFar, "");
        List<Integer> open = new ArrayList<>();
        List<Finding> findings = find(source, own, open::add);
        Undecided.find(source, open::add);
        json.undecided(source, open::add);
        open.add(
                own.none()
                        ? Running.settled(
                                soFar,
                                List.of(
                                        tokens.keywords(),
                                        assignments.keywords(),
                                        PrivateKeys.ANNOUNCING))
                        : Running.line(soFar));
        int until = Collections.min(open);
        for (Finding finding : findings) {
            if (finding.end() > until) {
                until = Math.min(until, finding.start());
            }
        }
        int end = until;
        return new Settled(findings.stream().filter(it -> it.end() <= end).toList(), end);
    }

    private List<Finding> find(Source source, OwnPatterns own, Consumer<Integer> open) {
        List<Finding> all = new ArrayList<>();
        own.find(source, all::add);
        tokens.find(source, all::add);
        assignments.find(source, all::add, open);
        privateKeys.find(source, all::add, open);
        kubernetes.find(source, all::add);
        json.find(source, all::add);
        return merged(source, Sealed.without(source, unmasked(source.text(), all)));
    }

    /** What is no part of a placeholder: a text that is masked stays as it is. */
    private static List<Finding> unmasked(String text, List<Finding> findings) {
        if (!text.contains(PLACEHOLDER)) {
            return findings;
        }
        return findings.stream().filter(finding -> !masked(text, finding)).toList();
    }

    private static boolean masked(String text, Finding finding) {
        int open = text.lastIndexOf(PLACEHOLDER, finding.end());
        int close = open < 0 ? -1 : text.indexOf('»', open);
        return open >= 0 && close >= finding.start() && close - open < 100;
    }

    /** What overlaps becomes one, told by what is longest. */
    static List<Finding> merged(Source source, List<Finding> all) {
        List<Finding> sorted =
                all.stream()
                        .filter(finding -> finding.end() > finding.start())
                        .sorted(Comparator.comparingInt(Finding::start))
                        .toList();
        List<Finding> merged = new ArrayList<>();
        for (Finding finding : sorted) {
            Finding last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && finding.start() < last.end()) {
                merged.set(merged.size() - 1, union(source, last, finding));
            } else {
                merged.add(finding);
            }
        }
        return merged;
    }

    private static Finding union(Source source, Finding one, Finding two) {
        boolean wrapped = two.length() == one.length() && two.rule().equals(Kubernetes.RULE);
        Finding first = two.length() > one.length() || wrapped ? two : one;
        Finding second = first == one ? two : one;
        String name = first.name().isEmpty() ? second.name() : first.name();
        String kind = specific(first) || !specific(second) ? first.kind() : second.kind();
        int start = Math.min(one.start(), two.start());
        int end = Math.max(one.end(), two.end());
        boolean whole = start == first.start() && end == first.end();
        String secret = whole ? first.secret() : source.text().substring(start, end).strip();
        return new Finding(start, end, kind, name, first.rule(), secret);
    }

    /** Knows whose secret it is, not only that it is one. */
    private static boolean specific(Finding finding) {
        return !finding.rule().equals("name") && !finding.rule().equals(Kubernetes.RULE);
    }
}
