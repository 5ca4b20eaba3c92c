package io.opslore.quality.bench;

import java.util.ArrayList;
import java.util.List;

/** Takes times, and the middle of many. */
final class Timing {

    private Timing() {}

    /** Milliseconds of one run. */
    static double millis(Work work) throws Exception {
        long begun = System.nanoTime();
        work.run();
        return millisSince(begun);
    }

    /**
     * @param begun as {@link System#nanoTime} told it
     */
    static double millisSince(long begun) {
        return (System.nanoTime() - begun) / 1e6;
    }

    static double median(List<Double> values) {
        return quantile(values, 0.5);
    }

    /**
     * @param share 0 to 1: so much of the values lies below
     */
    static double quantile(List<Double> values, double share) {
        List<Double> sorted = new ArrayList<>(values);
        sorted.sort(Double::compare);
        return sorted.get((int) Math.min(sorted.size() - 1.0, Math.floor(share * sorted.size())));
    }

    interface Work {
        void run() throws Exception;
    }
}
