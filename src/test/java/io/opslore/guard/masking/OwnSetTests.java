package io.opslore.guard.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * The set that was labelled for this project: files as teams have them, written line by line and
 * filled with values when the test runs. A secret is recalled when nothing of it that is longer
 * than three characters is left; a near miss is a line that looks like one and must stay as it is.
 */
class OwnSetTests {

    private final List<TestingSample> secrets = TestingSample.read("/masking/secrets.txt");
    private final List<TestingSample> nearMisses = TestingSample.read("/masking/near-misses.txt");

    @Test
    void secretsAreFoundAndNearMissesStay() {
        List<String> missed = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        int labelled = 0;
        int spans = 0;
        int right = 0;
        for (TestingSample sample : secrets) {
            List<Finding> found = SecretFinder.shipped().find(sample.text(), sample.name());
            labelled += sample.labels().size();
            for (TestingSample.Label label : sample.labels()) {
                if (!covered(label, found)) {
                    missed.add(sample.name() + ": " + sample.line(label.start()));
                }
            }
            for (Finding finding : found) {
                spans++;
                if (sample.labels().stream().anyMatch(label -> touches(label, finding))) {
                    right++;
                } else {
                    wrong.add(said(sample, finding));
                }
            }
        }
        int lines = 0;
        int touched = 0;
        for (TestingSample sample : nearMisses) {
            List<Finding> found = SecretFinder.shipped().find(sample.text(), sample.name());
            lines += (int) sample.text().lines().filter(line -> !line.isBlank()).count();
            touched += found.size();
            spans += found.size();
            found.forEach(finding -> wrong.add(said(sample, finding)));
        }
        double recall = 1 - (double) missed.size() / labelled;
        System.out.printf(
                Locale.ROOT,
                "secrets own: recall %.3f, precision %.3f, %d labelled, %d near misses%n",
                recall,
                (double) right / spans,
                labelled,
                lines);
        assertThat(labelled).isGreaterThanOrEqualTo(400);
        assertThat(lines).isGreaterThanOrEqualTo(400);
        assertThat(recall).as(String.join("\n", missed)).isGreaterThanOrEqualTo(0.98);
        assertThat((double) touched / lines).as(String.join("\n", wrong)).isLessThanOrEqualTo(0.02);
    }

    /** What is not secret stays readable: the key, the quotes, the rest of the line. */
    private static boolean covered(TestingSample.Label label, List<Finding> found) {
        int from = label.start();
        for (Finding finding : found) {
            if (finding.end() > from && finding.start() <= from + 3) {
                from = Math.max(from, finding.end());
            }
        }
        return from >= label.end() - 3;
    }

    private static boolean touches(TestingSample.Label label, Finding finding) {
        return finding.start() < label.end() && finding.end() > label.start();
    }

    private static String said(TestingSample sample, Finding finding) {
        return "%s [%s] %s: %s"
                .formatted(
                        sample.name(),
                        finding.rule(),
                        sample.text().substring(finding.start(), finding.end()),
                        sample.line(finding.start()));
    }
}
