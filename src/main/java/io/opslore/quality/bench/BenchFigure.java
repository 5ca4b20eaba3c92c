package io.opslore.quality.bench;

import org.jspecify.annotations.Nullable;

/**
 * One thing that was measured; a median of several runs.
 *
 * @param ratio value through baseline; null where there is nothing to hold it against
 * @param value the portal's
 * @param baseline the bare engine's, in the same run
 */
public record BenchFigure(
        String name, @Nullable Double ratio, String unit, double value, @Nullable Double baseline) {

    static BenchFigure of(String name, String unit, double value, double baseline) {
        return new BenchFigure(name, value / baseline, unit, value, baseline);
    }

    static BenchFigure alone(String name, String unit, double value) {
        return new BenchFigure(name, null, unit, value, null);
    }

    /** For a person. */
    @Override
    public String toString() {
        String told = "%s: %.1f %s".formatted(name, value, unit);
        return ratio == null
                ? told
                : told + ", baseline %.1f, ratio %.2f".formatted(baseline, ratio);
    }
}
