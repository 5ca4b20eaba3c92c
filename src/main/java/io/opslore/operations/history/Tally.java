package io.opslore.operations.history;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * All that was counted since the start, at one moment. Two of them tell what was in between.
 *
 * @param counts by name
 * @param times of each stage, how many took no longer than so many seconds
 */
record Tally(Map<String, Double> counts, Map<String, TreeMap<Double, Double>> times) {

    /** What a question goes through as a whole, beside its stages. */
    static final String WHOLE = "whole";

    static final Tally NOTHING = new Tally(Map.of(), Map.of());

    private static final Set<String> GOOD =
            Set.of("answered", "passages", "changes", "no_support", "stopped");

    static Tally of(MeterRegistry meters) {
        var counting = new Counting();
        meters.find("opslore.question").timers().forEach(counting::question);
        meters.find("opslore.stage").timers().forEach(counting::stage);
        counting.sum(meters, "refused", "opslore.limits.refused", "", "");
        counting.sum(meters, "masked", "opslore.secrets.masked", "", "");
        counting.sum(meters, "tokens.in", "opslore.model.tokens", "direction", "in");
        counting.sum(meters, "tokens.out", "opslore.model.tokens", "direction", "out");
        counting.sum(meters, "errors", "logback.events", "level", "error");
        counting.sum(meters, "sign-ins.refused", "opslore.sign.ins", "outcome", "refused");
        return new Tally(counting.counts, counting.times);
    }

    /** By how much a count has grown. */
    double grown(String name, Tally before) {
        double now = counts.getOrDefault(name, 0.0);
        return Math.max(0, now - before.counts.getOrDefault(name, 0.0));
    }

    /** How many have gone through a stage since. */
    double passed(String stage, Tally before) {
        TreeMap<Double, Double> since = since(stage, before);
        return since.isEmpty() ? 0 : since.lastEntry().getValue();
    }

    /**
     * How many seconds this share of those took that have gone through the stage since; not a
     * number where none has.
     */
    double quantile(double share, String stage, Tally before) {
        TreeMap<Double, Double> since = since(stage, before);
        double wanted = share * passed(stage, before);
        double under = 0;
        double lower = 0;
        for (Map.Entry<Double, Double> step : since.entrySet()) {
            if (step.getValue() >= wanted && step.getValue() > 0) {
                return Double.isInfinite(step.getKey())
                        ? lower
                        : lower
                                + (step.getKey() - lower)
                                        * (wanted - under)
                                        / (step.getValue() - under);
            }
            under = step.getValue();
            lower = step.getKey();
        }
        return Double.NaN;
    }

    private TreeMap<Double, Double> since(String stage, Tally before) {
        TreeMap<Double, Double> earlier = before.times.getOrDefault(stage, new TreeMap<>());
        TreeMap<Double, Double> since = new TreeMap<>(times.getOrDefault(stage, new TreeMap<>()));
        since.replaceAll((limit, count) -> count - earlier.getOrDefault(limit, 0.0));
        return since;
    }

    /** Adds up what the meters say. */
    private static final class Counting {

        private final Map<String, Double> counts = new HashMap<>();
        private final Map<String, TreeMap<Double, Double>> times = new HashMap<>();

        private void question(Timer timer) {
            String outcome = timer.getId().getTag("outcome");
            add("questions", timer.count());
            if (!GOOD.contains(String.valueOf(outcome))) {
                add("questions.failed", timer.count());
            }
            time(WHOLE, timer);
        }

        private void stage(Timer timer) {
            time(String.valueOf(timer.getId().getTag("stage")), timer);
        }

        private void time(String stage, Timer timer) {
            TreeMap<Double, Double> sum = times.computeIfAbsent(stage, key -> new TreeMap<>());
            for (CountAtBucket bucket : timer.takeSnapshot().histogramCounts()) {
                sum.merge(bucket.bucket(TimeUnit.SECONDS), bucket.count(), Double::sum);
            }
            sum.merge(Double.POSITIVE_INFINITY, (double) timer.count(), Double::sum);
        }

        private void sum(MeterRegistry meters, String name, String meter, String key, String tag) {
            var found = meters.find(meter);
            if (!key.isEmpty()) {
                found = found.tag(key, tag);
            }
            add(name, found.counters().stream().mapToDouble(Counter::count).sum());
        }

        private void add(String name, double more) {
            counts.merge(name, more, Double::sum);
        }
    }
}
