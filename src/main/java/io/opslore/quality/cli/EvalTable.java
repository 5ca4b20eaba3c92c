package io.opslore.quality.cli;

import io.opslore.quality.AnswerReport;
import io.opslore.quality.ArmRun;
import io.opslore.quality.Measures;
import io.opslore.quality.SetReport;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A measurement for people who read a terminal. */
final class EvalTable {

    private final PrintStream out;

    EvalTable(PrintStream out) {
        this.out = out;
    }

    void print(SetReport report) {
        out.printf(
                Locale.ROOT,
                "%n%s: %d documents, %d queries, %.0f s%n%-18s%10s%10s%10s%10s%n",
                report.set(),
                report.documents(),
                report.queries(),
                report.seconds(),
                "",
                "nDCG@10",
                "recall@5",
                "recall@20",
                "MRR");
        for (ArmRun run : report.runs()) {
            row(run.name(), new Measures(run.ndcg10(), run.recall5(), run.recall20(), run.mrr()));
            rows(run.byLanguage(), "");
            rows(run.byHalf(), "half ");
        }
        answers(report.answers());
        report.settings().forEach((name, value) -> out.println("  " + name + ": " + value));
    }

    private void answers(@Nullable AnswerReport answers) {
        if (answers != null) {
            out.printf(
                    Locale.ROOT,
                    "answers by %s: %.3f of %d answered, citation precision %.3f, recall %.3f;"
                            + " %.3f of %d unanswerable refused%n",
                    answers.by(),
                    answers.answered(),
                    answers.answerable(),
                    answers.citationPrecision(),
                    answers.citationRecall(),
                    answers.refused(),
                    answers.unanswerable());
        }
    }

    private void rows(Map<String, Measures> groups, String what) {
        if (groups.size() > 1) {
            groups.forEach((name, measures) -> row("  " + what + name, measures));
        }
    }

    private void row(String name, Measures measures) {
        out.printf(
                Locale.ROOT,
                "%-18s%10.4f%10.4f%10.4f%10.4f%n",
                name,
                measures.ndcg10(),
                measures.recall5(),
                measures.recall20(),
                measures.mrr());
    }
}
