package io.opslore.guard.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A text that grows letter by letter, as a model's answer may in the worst case. */
class GrowingTests {

    private static final OwnPatterns NONE = new OwnPatterns(List.of());

    /** As much of a secret may be seen. */
    private static final int PIECE = 3;

    @ParameterizedTest
    @MethodSource("samples")
    void noPieceOfASecretIsEverShownAndWhatIsShownStays(TestingSample sample) {
        List<Finding> found = SecretFinder.shipped().find(sample.text(), "");
        String before = "";
        for (int length = 0; length <= sample.text().length(); length += step(sample, length)) {
            String shown = shown(sample.text().substring(0, length));
            assertThat(shown).as("after %d letters", length).startsWith(before);
            before = shown;
        }
        for (TestingSample.Label label : sample.labels()) {
            boolean known =
                    found.stream()
                            .anyMatch(it -> it.start() <= label.start() && it.end() >= label.end());
            if (known) {
                assertHidden(sample, label);
            }
        }
        assertThat(masked(sample.text(), found)).startsWith(before);
    }

    @Test
    void ordinaryProseIsHeldBackByAWordAtMost() {
        String prose =
                "The queue of orders is full because the consumer stopped at noon.\nRestart it";
        for (int length = 0; length <= prose.length(); length++) {
            String soFar = prose.substring(0, length);
            int word = Math.max(soFar.lastIndexOf(' '), soFar.lastIndexOf('\n')) + 1;
            assertThat(shown(soFar)).isEqualTo(soFar.substring(0, word));
        }
    }

    @Test
    void whatTellsOfASecretHoldsBackItsLineAlone() {
        String text = "The password is kept in the vault.\nAsk Boris for it, he";
        assertThat(shown(text)).isEqualTo("The password is kept in the vault.\n");
        assertThat(shown("Now the password is")).isEqualTo("Now the ");
    }

    private static void assertHidden(TestingSample sample, TestingSample.Label label) {
        String secret = sample.secret(label);
        for (int length = label.start(); length <= label.end() + 2; length += 2) {
            int end = Math.min(length, sample.text().length());
            String shown = shown(sample.text().substring(0, end));
            String line = shown.substring(shown.lastIndexOf('\n') + 1);
            for (int at = 0; at + PIECE + 1 <= Math.min(secret.length(), 24); at++) {
                String piece = secret.substring(at, at + PIECE + 1);
                boolean elsewhere = sample.line(label.start()).replace(secret, "").contains(piece);
                assertThat(!elsewhere && line.contains(piece))
                        .as("%s shown in %s", piece, line)
                        .isFalse();
            }
        }
    }

    /** Letter by letter around the secrets, in steps where there are none. */
    private static int step(TestingSample sample, int length) {
        boolean near =
                sample.labels().stream()
                        .anyMatch(it -> length > it.start() - 40 && length < it.end() + 3);
        return near ? 3 : 17;
    }

    private static String shown(String soFar) {
        SecretFinder.Settled settled = SecretFinder.shipped().settled(soFar, NONE);
        return masked(soFar.substring(0, settled.until()), settled.findings());
    }

    private static String masked(String text, List<Finding> findings) {
        StringBuilder masked = new StringBuilder();
        int from = 0;
        for (Finding finding : findings) {
            String written = text.substring(finding.start(), finding.end());
            masked.append(text, from, finding.start());
            masked.append(written.replaceAll("[^\n]+", "«" + finding.secret().hashCode() + "»"));
            from = finding.end();
        }
        return masked.append(text.substring(from)).toString();
    }

    static Stream<TestingSample> samples() {
        return TestingSample.read("/masking/secrets.txt").stream();
    }
}
