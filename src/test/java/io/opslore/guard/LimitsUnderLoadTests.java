package io.opslore.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.guard.Admitting.Admitted;
import io.opslore.guard.Admitting.Refused;
import io.opslore.identity.Asker;
import io.opslore.testing.TestingDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ten people with eight requests in flight each, at two portals on one database. */
class LimitsUnderLoadTests {

    private static final int PEOPLE = 10;
    private static final int IN_FLIGHT = 8;
    private static final long COST = 100;

    private static TestingGuard one;
    private static TestingGuard other;

    @BeforeAll
    static void twoPortals() {
        String database = TestingDatabase.fresh();
        one = new TestingGuard(database);
        other = new TestingGuard(database);
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
    }

    @Test
    void asManyAreInFlightAsAllowedAndNotOneMore() throws Exception {
        List<Asker> people = people(Limit.CONCURRENT_REQUESTS, 5);

        List<Admitting> answers = allAtOnce(people, turn -> turn.portal().admit(turn.asker()));

        assertThat(answers).hasSize(PEOPLE * IN_FLIGHT);
        for (Asker person : people) {
            assertThat(one.used("requests", person)).isEqualTo(5);
            assertThat(one.used("refusals", person)).isEqualTo(3);
        }
        leases(answers).forEach(Lease::close);
        for (Asker person : people) {
            assertThat(other.admit(person)).isInstanceOf(Admitted.class);
        }
    }

    @Test
    void everyRequestIsCountedOnceWhileTheyComeAndGo() throws Exception {
        List<Asker> people = people(Limit.CONCURRENT_REQUESTS, 5);
        var ledgers = people.stream().map(person -> new Ledger()).toList();

        allAtOnce(
                people,
                turn -> {
                    Ledger ledger = ledgers.get(people.indexOf(turn.asker()));
                    for (int round = 0; round < 12; round++) {
                        ledger.ask(turn);
                    }
                    return true;
                });

        for (int person = 0; person < PEOPLE; person++) {
            Ledger ledger = ledgers.get(person);
            Asker asker = people.get(person);
            assertThat(ledger.most).hasValueBetween(2, 5);
            assertThat(ledger.admitted.get() + ledger.refused.get()).isEqualTo(IN_FLIGHT * 12);
            assertThat(one.used("requests", asker)).isEqualTo(ledger.admitted.get());
            assertThat(one.used("refusals", asker)).isEqualTo(ledger.refused.get());
            assertThat(one.used("prompt_tokens + answer_tokens", asker))
                    .isEqualTo(ledger.admitted.get() * COST);
        }
    }

    @Test
    void nobodyGoesOverTheirTokensByMoreThanWhatWasInFlight() throws Exception {
        long budget = 12 * COST - 1;
        List<Asker> people = people(Limit.TOKENS_PER_DAY, budget);
        people.forEach(person -> one.limit(person, Limit.CONCURRENT_REQUESTS, 8L));

        allAtOnce(
                people,
                turn -> {
                    for (int round = 0; round < 6; round++) {
                        leases(List.of(turn.portal().admit(turn.asker()))).forEach(Turn::answer);
                    }
                    return true;
                });

        for (Asker person : people) {
            assertThat(one.used("prompt_tokens + answer_tokens", person))
                    .isBetween(budget, budget + IN_FLIGHT * COST);
            assertThat(other.admit(person)).isInstanceOf(Refused.class);
        }
    }

    @Test
    void exactlyAsManyBeginInAMinuteAsAllowed() throws Exception {
        List<Asker> people = people(Limit.REQUESTS_PER_MINUTE, 20);

        for (int minute = 1; minute <= 2; minute++) {
            List<Integer> begun =
                    allAtOnce(
                            people,
                            turn -> {
                                List<Admitting> answers =
                                        IntStream.range(0, 5)
                                                .mapToObj(i -> turn.portal().admit(turn.asker()))
                                                .toList();
                                leases(answers).forEach(Lease::close);
                                return leases(answers).size();
                            });

            assertThat(begun.stream().mapToInt(Integer::intValue).sum()).isEqualTo(20 * PEOPLE);
            for (Asker person : people) {
                assertThat(one.used("requests", person)).isEqualTo(20L * minute);
                one.pass(Duration.ofSeconds(61), person);
            }
        }
    }

    private static List<Asker> people(Limit limited, long amount) {
        return IntStream.range(0, PEOPLE)
                .mapToObj(number -> {
                    Asker person = one.somebody();
                    for (Limit limit : Limit.values()) {
                        one.limit(person, limit, limit == limited ? amount : null);
                    }
                    return person;
                })
                .toList();
    }

    private static List<Lease> leases(List<Admitting> answers) {
        return answers.stream()
                .flatMap(answer ->
                        answer instanceof Admitted(Lease lease) ? Stream.of(lease) : Stream.empty())
                .toList();
    }

    /** Everybody begins at the same moment, every second request of theirs at the other portal. */
    private static <T> List<T> allAtOnce(List<Asker> people, Function<Turn, T> action)
            throws InterruptedException, ExecutionException {
        var start = new CountDownLatch(1);
        List<Future<T>> futures = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(PEOPLE * IN_FLIGHT)) {
            for (Asker person : people) {
                for (int number = 0; number < IN_FLIGHT; number++) {
                    var turn = new Turn(person, number % 2 == 0 ? one : other);
                    futures.add(
                            threads.submit(() -> {
                                start.await();
                                return action.apply(turn);
                            }));
                }
            }
            start.countDown();
        }
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            results.add(future.get());
        }
        return results;
    }

    /** One of somebody's requests in flight. */
    private record Turn(Asker asker, TestingGuard portal) {

        static void answer(Lease lease) {
            lease.charge(COST / 2, COST / 2);
            lease.close();
        }
    }

    /** What one person counts for themselves. */
    private static final class Ledger {

        private final AtomicInteger inFlight = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private final AtomicInteger admitted = new AtomicInteger();
        private final AtomicInteger refused = new AtomicInteger();

        void ask(Turn turn) {
            switch (turn.portal().admit(turn.asker())) {
                case Admitted(Lease lease) -> {
                    most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
                    admitted.incrementAndGet();
                    lease.charge(COST / 2, COST / 2);
                    inFlight.decrementAndGet();
                    lease.close();
                }
                case Refused refusal -> refused.incrementAndGet();
            }
        }
    }
}
