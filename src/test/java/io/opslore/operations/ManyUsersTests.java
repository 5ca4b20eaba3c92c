package io.opslore.operations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import io.opslore.identity.Accounts;
import io.opslore.identity.Role;
import io.opslore.library.Maintenance;
import io.opslore.testing.TestingBrowser;
import io.opslore.testing.TestingDatabase;
import io.opslore.testing.TestingOllama;
import io.opslore.testing.TestingOtlp;
import io.opslore.testing.TestingPages;
import io.opslore.testing.TestingPortalClient;
import io.opslore.testing.TestingPortalProcess;
import io.opslore.testing.TestingRooms;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten people in browsers of their own, eight of whom wait for an answer at any moment, for a
 * minute; longer with {@code -Dopslore.test.users.seconds=300}. The model is a stand-in that takes
 * a known time, so that what is left is the portal's (and, on the same machine, the browsers').
 */
class ManyUsersTests {

    private static final int PEOPLE = 10;
    private static final int IN_FLIGHT = 8;
    private static final Duration LASTING =
            Duration.ofSeconds(Integer.getInteger("opslore.test.users.seconds", 60));
    private static final Duration MODEL = Duration.ofMillis(3_000);
    private static final int PIECES = 30;

    /** So long it would take if questions were answered one after the other, on any machine. */
    private static final Duration ONE_BY_ONE = MODEL.multipliedBy(IN_FLIGHT - 1);

    private static final String MODEL_NAME = "llama-test:8b";
    private static final String QUESTION = "How long does draining node %d take?";

    /** What the push libraries say of a page that is left while words are on their way to it. */
    private static final Pattern PAGE_LEFT =
            Pattern.compile("Failed to cancel resource|Exception in push connection");

    private static final String ONE_TIME = "one-time and long enough";

    @TempDir private Path data;
    private final String database = TestingDatabase.fresh();
    private final List<Long> own = new ArrayList<>();
    private int asked;

    @Test
    void nobodyMeetsAFaultAndMemoryStaysFlat() throws Exception {
        assumeTrue(TestingBrowser.isThere(), "No Chromium on this machine");
        createPeople();
        try (var ollama = new TestingOllama().holds(MODEL_NAME, "completion");
                var traces = new TestingOtlp();
                var portal = TestingPortalProcess.start(data, environment(ollama, traces));
                var browser = new TestingBrowser()) {
            ollama.answers(ManyUsersTests::slowly);
            var client = TestingPortalClient.of(data);
            for (int node = 0; node < PEOPLE; node++) {
                client.upload("Runbooks", "drain-" + node + ".md", runbook(node));
            }
            client.awaitReady("Runbooks", PEOPLE);
            List<Person> people = new ArrayList<>();
            for (int number = 0; number < PEOPLE; number++) {
                people.add(new Person(number, signedIn(browser, portal, number)));
            }

            work(people, LASTING.dividedBy(3));
            long before = portal.live();
            work(people, LASTING.multipliedBy(2).dividedBy(3));
            long after = portal.live();

            Awaitility.await().until(() -> new QuestionTimes(traces.spans()).count() == asked);
            var times = new QuestionTimes(traces.spans());
            print(before, after);
            print(times);
            assertThat(times.own(0.95))
                    .as("ms of the portal's own")
                    .isLessThan(ONE_BY_ONE.toMillis());
            assertThat(asked).isGreaterThan((int) LASTING.toSeconds() / 6);
            assertThat(browser.complaints()).isEmpty();
            assertThat(portal.output().lines())
                    .filteredOn(line -> line.contains(" ERROR "))
                    .allMatch(PAGE_LEFT.asPredicate());
            assertThat(after).isLessThan(before + (48L << 20));
        }
    }

    private void createPeople() {
        try (var rooms = new TestingRooms(database, data, Maintenance.PROFILE)) {
            for (int number = 0; number < PEOPLE; number++) {
                rooms.bean(Accounts.class)
                        .create("person-" + number, ONE_TIME, Set.of(Role.READER));
            }
        }
    }

    private Map<String, String> environment(TestingOllama ollama, TestingOtlp traces) {
        return Map.of(
                "SPRING_DATASOURCE_URL", database,
                "OLLAMA_BASE_URL", ollama.url(),
                "MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT", traces.url(),
                "OPSLORE_MODELS_QUEUE_CONCURRENCY", Integer.toString(IN_FLIGHT));
    }

    private static void slowly(TestingOllama.Chat chat) throws IOException, InterruptedException {
        long pause = MODEL.toMillis() / PIECES;
        chat.says("The drain takes about 12 minutes [1]. ");
        for (int piece = 1; piece < PIECES; piece++) {
            Thread.sleep(pause);
            chat.says("Words. ");
        }
        Thread.sleep(pause);
        chat.done();
    }

    private static String runbook(int node) {
        return "# Node %d\n\nDraining node %d takes about 12 minutes, and needs the label drain-%d.\n"
                .formatted(node, node, node);
    }

    private static Page signedIn(TestingBrowser browser, TestingPortalProcess portal, int number) {
        Page page = browser.open(portal.url(), "en-GB", 1280, 800, false);
        TestingPages.signInForTheFirstTime(page, "person-" + number, ONE_TIME);
        assertThat(page.locator(".question-box textarea")).isVisible();
        return page;
    }

    /** As many as allowed wait for an answer; who has theirs goes to the end of the line. */
    private void work(List<Person> people, Duration lasting) {
        long end = System.nanoTime() + lasting.toNanos();
        List<Person> idle = new ArrayList<>(people);
        List<Person> waiting = new ArrayList<>();
        while (System.nanoTime() < end || !waiting.isEmpty()) {
            while (System.nanoTime() < end && waiting.size() < IN_FLIGHT) {
                Person next = idle.removeFirst();
                next.asks();
                waiting.add(next);
            }
            for (Person person : List.copyOf(waiting)) {
                if (person.isAnswered()) {
                    waiting.remove(person);
                    idle.add(person);
                }
            }
        }
    }

    private void print(long before, long after) {
        long[] sorted = own.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "%d people, %d in flight, %d s: %d questions, none failed; beside the model's %d ms:"
                        + " p50 %d ms, p95 %d ms (browsers on the same machine included);"
                        + " heap after a collection %d -> %d MB%n",
                PEOPLE,
                IN_FLIGHT,
                LASTING.toSeconds(),
                asked,
                MODEL.toMillis(),
                sorted[sorted.length / 2],
                sorted[sorted.length * 95 / 100],
                before >> 20,
                after >> 20);
    }

    private static void print(QuestionTimes times) {
        System.out.printf(
                "of the portal's own, as its traces tell: p50 %.0f ms, p95 %.0f ms (retrieval %.0f,"
                        + " guard %.0f); beside that p95 waiting for a turn %.0f ms, model %.0f ms"
                        + " to the first word and %.0f ms of words; whole p95 %.0f ms%n",
                times.own(0.5),
                times.own(0.95),
                times.stage(0.95, "retrieval"),
                times.stage(0.95, "guard"),
                times.stage(0.95, "queue"),
                times.stage(0.95, "first-token"),
                times.stage(0.95, "writing"),
                times.whole(0.95));
    }

    /** Somebody before a browser. */
    private final class Person {

        private final int number;
        private final Page page;
        private long since;

        Person(int number, Page page) {
            this.number = number;
            this.page = page;
        }

        void asks() {
            page.navigate("/ask");
            page.locator(".question-box textarea").fill(QUESTION.formatted(number));
            since = System.nanoTime();
            page.locator(".question-box textarea").press("Enter");
        }

        /** Fails if something else came than the answer, or nothing for a minute. */
        boolean isAnswered() {
            String shown =
                    (String) page.evaluate("() => document.querySelector('main, body').innerText");
            long waited = (System.nanoTime() - since) / 1_000_000;
            if (shown.contains("Tokens:")) {
                assertThat(shown).contains("The drain takes about 12 minutes");
                own.add(waited - MODEL.toMillis());
                asked++;
                return true;
            }
            assertThat(shown).doesNotContain("No answer came", "broke off", "fault");
            assertThat(waited).as("ms without an answer: " + shown).isLessThan(60_000);
            return false;
        }
    }
}
