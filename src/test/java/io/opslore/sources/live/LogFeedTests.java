package io.opslore.sources.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.connections.ConnectionFailed;
import io.opslore.testing.PortalTest;
import io.opslore.testing.StandInLoki;
import io.opslore.testing.TestingLogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Loki by a stand-in, log files real. */
class LogFeedTests extends PortalTest {

    private static final Map<String, String> PAY = Map.of("app", "pay");
    private static final String PLANTED = "Planted1Line9xQ";

    @Autowired private ApplicationContext portal;

    /** Where a window begins that has passed for certain. */
    private final Instant begin = window(Instant.now().minus(Duration.ofHours(5)));

    private StandInLoki loki;
    private TestingFeed feed;

    @BeforeEach
    void aLoki() {
        loki = new StandInLoki();
    }

    @AfterEach
    void leave() {
        if (feed != null) {
            feed.close();
        }
        loki.close();
    }

    @Test
    void aLogBecomesItsPatternsAndTheTimesInWhichErrorsRose() {
        quietHoursAndARise();
        ofLoki().add(Map.of("queries", "payments: {app=\"pay\"}"));

        Map<String, String> texts = feed.texts();
        Instant rise = begin.plus(Duration.ofHours(2));
        String page = "payments/incidents/" + Told.day(rise) + ".md";
        assertThat(texts).containsOnlyKeys("payments/patterns.md", page);
        assertThat(texts.get("payments/patterns.md"))
                .contains("40×", "ERROR connection to <*> refused", "request <*> took <*>ms")
                .doesNotContain(PLANTED);
        assertThat(texts.get(page))
                .contains("## %s to %s: 40 error lines".formatted(Told.minute(rise), end(rise)))
                .contains("Usually 1 in ten minutes.", "40×")
                .doesNotContain("request");
        feed.awaitFound("connection refused error lines", page);
        assertThat(loki.requests()).allMatch(one -> one.startsWith("GET "));
    }

    @Test
    void nothingSecretIsHandedOver() {
        quietHoursAndARise();

        assertThat(ofLoki().handedOver(Map.of("queries", "payments: {app=\"pay\"}")).toString())
                .contains("request", "password=")
                .doesNotContain(PLANTED);
    }

    @Test
    void aLaterLookReadsOnlyWhatIsNew() {
        quietHoursAndARise();
        ofLoki().add(Map.of("queries", "payments: {app=\"pay\"}"));
        long first = asked();

        feed.sync();

        // A window may have passed between the two.
        assertThat(asked() - first).isLessThanOrEqualTo(1);
        assertThat(first).isGreaterThan(20);
        assertThat(feed.revisions("payments/patterns.md")).hasSize(1);
    }

    @Test
    void anotherQuestionOfTheSameNameBeginsAnew() {
        quietHoursAndARise();
        ofLoki().add(Map.of("queries", "payments: {app=\"pay\"}"));

        feed.change(Map.of("queries", "payments: {app=\"pay\"} |= \"request\""));

        assertThat(feed.texts()).containsOnlyKeys("payments/patterns.md");
        assertThat(feed.texts().get("payments/patterns.md")).doesNotContain("refused");
    }

    @Test
    void aDryRunRemembersNothing() {
        quietHoursAndARise();
        ofLoki();
        assertThat(feed.plan(Map.of("queries", "payments: {app=\"pay\"}")).items()).hasSize(2);
        long first = asked();

        feed.plan(Map.of("queries", "payments: {app=\"pay\"}"));

        assertThat(asked()).isGreaterThan(first + 20);
    }

    @Test
    void theEndOfABusyHourIsWatchedToo() {
        quietHoursAndARise();
        // The first look goes back for a day, hour by hour.
        Instant hour = window(Instant.now().minus(Duration.ofHours(14)));
        for (int line = 0; line <= LogReading.MOST; line++) {
            loki.push(PAY, hour.getEpochSecond() * 1_000_000_000L + line, "request");
        }
        Instant rise = hour.plus(Duration.ofMinutes(20));
        for (int line = 0; line < 30; line++) {
            push(rise.plusSeconds(line), "ERROR disk " + line + " is full");
        }

        ofLoki().add(Map.of("queries", "payments: {app=\"pay\"}"));

        assertThat(feed.texts().get("payments/incidents/" + Told.day(rise) + ".md"))
                .contains("## %s to %s: 31 error lines".formatted(Told.minute(rise), end(rise)));
    }

    @Test
    void tooMuchForLokiFailsTheLookAndSaysSo() {
        quietHoursAndARise();
        loki.estimate(5L << 30);
        ofLoki().add(Map.of("queries", "payments: {app=\"pay\"}"));

        assertThat(feed.paths()).isEmpty();
        assertThat(feed.state().fault()).isNotNull();
        assertThat(feed.state().fault().reason()).isEqualTo("too_wide");
    }

    @Test
    void logFilesAreWatchedAlike() throws IOException {
        Path folder = Files.createDirectories(TestingLogs.folder().resolve(word()));
        StringBuilder log = new StringBuilder();
        for (int at = 0; at < 30; at++) {
            log.append(begin.plusSeconds(at))
                    .append(" ERROR disk ")
                    .append(at)
                    .append(" failed, password=")
                    .append(PLANTED)
                    .append('\n');
        }
        Files.writeString(folder.resolve("app.log"), log);
        feed =
                new TestingFeed(
                        portal,
                        "logs",
                        new TestingFeed.Server(
                                "logfiles", Map.of("folder", folder.toString()), Map.of()));

        feed.add(Map.of("queries", "disks:"));

        String page = "disks/incidents/" + Told.day(begin) + ".md";
        assertThat(feed.texts()).containsOnlyKeys("disks/patterns.md", page);
        assertThat(feed.texts().get(page)).contains("30 error lines").doesNotContain(PLANTED);
    }

    @Test
    void whatIsNoQueryIsRefused() {
        ofLoki();

        assertThatThrownBy(() -> feed.plan(Map.of("queries", "payments")))
                .isInstanceOf(ConnectionFailed.class);
        assertThatThrownBy(() -> feed.plan(Map.of("queries", "a: {b=\"c\"}\na: {b=\"d\"}")))
                .isInstanceOf(ConnectionFailed.class);
    }

    private void quietHoursAndARise() {
        for (int window = -100; window < 12; window++) {
            Instant at = begin.plus(LogWatch.WINDOW.multipliedBy(window));
            push(at, "ERROR retry of payment " + (window + 100) + " failed");
            for (int line = 0; line < 5; line++) {
                push(at.plusSeconds(line), "request " + line + " took 3ms password=" + PLANTED);
            }
        }
        Instant rise = begin.plus(Duration.ofHours(2));
        for (int line = 0; line < 40; line++) {
            push(rise.plusSeconds(line), "ERROR connection to 10.0.0." + line + " refused");
        }
    }

    private void push(Instant at, String text) {
        loki.push(PAY, at.getEpochSecond() * 1_000_000_000L, at + " " + text);
    }

    private TestingFeed ofLoki() {
        feed =
                new TestingFeed(
                        portal,
                        "logs",
                        new TestingFeed.Server(
                                "loki", StandInLoki.settings(), StandInLoki.secrets()));
        return feed;
    }

    private long asked() {
        return loki.requests().stream().filter(one -> one.endsWith("/query_range")).count();
    }

    private static String end(Instant rise) {
        return Told.minute(rise.plus(LogWatch.WINDOW));
    }

    private static String word() {
        return "feed-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static Instant window(Instant at) {
        long length = LogWatch.WINDOW.toSeconds();
        return Instant.ofEpochSecond(at.getEpochSecond() / length * length);
    }
}
