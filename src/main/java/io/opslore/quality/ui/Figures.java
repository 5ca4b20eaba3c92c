package io.opslore.quality.ui;

import io.opslore.quality.ArmRun;
import io.opslore.quality.SetReport;
import java.util.Locale;
import java.util.Optional;

/** Figures of a measurement as they are written. */
final class Figures {

    private static final String NONE = "–";

    private Figures() {}

    static String ndcg(SetReport report, String run) {
        return run(report, run).map(it -> said(it.ndcg10())).orElse(NONE);
    }

    static String recall20(SetReport report) {
        return run(report, "fused").map(it -> said(it.recall20())).orElse(NONE);
    }

    static double value(SetReport report, String run) {
        return run(report, run).map(ArmRun::ndcg10).orElse(0.0);
    }

    private static Optional<ArmRun> run(SetReport report, String name) {
        return report.runs().stream().filter(run -> run.name().equals(name)).findFirst();
    }

    private static String said(double figure) {
        return String.format(Locale.ROOT, "%.3f", figure);
    }
}
