package io.opslore.guard.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** No text makes the search take more than its length allows: measured against a shorter one. */
class SpeedTests {

    private static final int SHORT = 1_000_000;
    private static final int TIMES = 8;

    /** Twice what is linear, and more, because others run beside this. */
    private static final double MOST = 4.0 * TIMES;

    @Test
    void aLongLogTakesAsManyTimesLongerAsItIsLonger() {
        assertLinear("log", log('\n', SHORT), log('\n', SHORT * TIMES));
    }

    @Test
    void soDoesAFileOfOneLine() {
        assertLinear("one line", log(' ', SHORT), log(' ', SHORT * TIMES));
    }

    @Test
    void soDoNamesWithoutValuesAndQuotesWithoutEnd() {
        String name = "password: \"";
        assertLinear("names", name.repeat(2_000), name.repeat(2_000 * TIMES));
        String begin = "-----BEGIN PRIVATE" + " KEY-----";
        assertLinear("keys", begin.repeat(1_000), begin.repeat(1_000 * TIMES));
        assertLinear("braces", "{\"data\":".repeat(5_000), "{\"data\":".repeat(5_000 * TIMES));
    }

    private static void assertLinear(String what, String small, String large) {
        time(small);
        double once = Math.min(time(small), time(small));
        double many = time(large);
        System.out.printf(
                Locale.ROOT, "secrets speed %s: %.1f MB/s%n", what, large.length() / many / 1e6);
        assertThat(many).as(what).isLessThan(Math.max(once, 0.02) * MOST);
    }

    /** In seconds. */
    private static double time(String text) {
        long start = System.nanoTime();
        SecretFinder.shipped().find(text, "portal.log");
        return (System.nanoTime() - start) / 1e9;
    }

    private static String log(char end, int length) {
        StringBuilder log = new StringBuilder(length + 200);
        for (int line = 0; log.length() < length; line++) {
            log.append(
                            "2026-03-01 10:00:07 INFO  [orders-%d] document runbook-%d.md took 12 ms"
                                    .formatted(line % 7, line))
                    .append(", request 3f2504e0-4f89-41d3-9a0c-0305e82c3301")
                    .append(line % 100 == 0 ? ", wrong password for anna" : "")
                    .append(end);
        }
        return log.toString();
    }
}
