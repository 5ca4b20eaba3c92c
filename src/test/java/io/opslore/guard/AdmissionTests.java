package io.opslore.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.opslore.guard.Admitting.Admitted;
import io.opslore.guard.Admitting.Refused;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.testing.TestingDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AdmissionTests {

    private static String database;
    private static TestingGuard guard;

    @BeforeAll
    static void start() {
        database = TestingDatabase.fresh();
        guard = new TestingGuard(database);
    }

    @AfterAll
    static void stop() {
        guard.close();
    }

    @Test
    void theNextOneGoesInWhenOneHasEnded() {
        Asker anna = guard.somebody();
        guard.limit(anna, Limit.CONCURRENT_REQUESTS, 1L);
        Lease first = admitted(anna);

        assertThat(refused(anna)).isEqualTo(new Refusal(Limit.CONCURRENT_REQUESTS, 1, 1, null));

        first.close();
        admitted(anna).close();
    }

    @Test
    void theRefusalSaysWhenTheMinuteIsOver() {
        Asker anna = guard.somebody();
        guard.limit(anna, Limit.REQUESTS_PER_MINUTE, 2L);
        admitted(anna).close();
        guard.pass(Duration.ofSeconds(20), anna);
        admitted(anna).close();

        Refusal refusal = refused(anna);

        assertThat(refusal.limit()).isEqualTo(Limit.REQUESTS_PER_MINUTE);
        assertThat(refusal.used()).isEqualTo(2);
        assertThat(refusal.freesAt())
                .isCloseTo(Instant.now().plusSeconds(40), within(5, ChronoUnit.SECONDS));
        guard.pass(Duration.ofSeconds(41), anna);
        admitted(anna).close();
        assertThat(refused(anna).limit()).isEqualTo(Limit.REQUESTS_PER_MINUTE);
    }

    @Test
    void tokensOfTheDayAreThereAgainOnTheNextDay() {
        Asker anna = guard.somebody();
        guard.limit(anna, Limit.TOKENS_PER_DAY, 1000L);
        Lease lease = admitted(anna);
        lease.charge(900, 300);
        lease.close();

        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        assertThat(refused(anna))
                .isEqualTo(
                        new Refusal(
                                Limit.TOKENS_PER_DAY,
                                1200,
                                1000,
                                today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()));

        guard.passDays(1, anna);
        admitted(anna).close();
    }

    @Test
    void tokensOfTheMonthGoBeforeThoseOfTheDay() {
        Asker anna = guard.somebody();
        guard.limit(anna, Limit.TOKENS_PER_DAY, 1000L);
        guard.limit(anna, Limit.TOKENS_PER_MONTH, 1000L);
        Lease lease = admitted(anna);
        lease.charge(1000, 0);
        lease.close();

        Refusal refusal = refused(anna);

        assertThat(refusal.limit()).isEqualTo(Limit.TOKENS_PER_MONTH);
        assertThat(refusal.freesAt())
                .isEqualTo(
                        LocalDate.now(ZoneOffset.UTC)
                                .withDayOfMonth(1)
                                .plusMonths(1)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant());
        guard.passDays(31, anna);
        admitted(anna).close();
    }

    @Test
    void whatAKilledPortalLeftInFlightFreesByItself() {
        Asker anna = guard.somebody();
        guard.limit(anna, Limit.CONCURRENT_REQUESTS, 1L);
        admitted(anna);
        assertThat(refused(anna).limit()).isEqualTo(Limit.CONCURRENT_REQUESTS);

        guard.pass(Duration.ofSeconds(RequestRows.SECONDS_WITHOUT_A_WORD), anna);

        admitted(anna).close();
    }

    @Test
    void whatIsStillWorkedOnStaysInFlightHoweverLongItTakes() {
        Asker anna = guard.somebody();
        guard.limit(anna, Limit.CONCURRENT_REQUESTS, 1L);
        Lease slow = admitted(anna);
        guard.pass(Duration.ofSeconds(RequestRows.SECONDS_WITHOUT_A_WORD - 1), anna);

        guard.bean(Leases.class).beat();
        guard.pass(Duration.ofSeconds(RequestRows.SECONDS_WITHOUT_A_WORD - 1), anna);

        assertThat(refused(anna).limit()).isEqualTo(Limit.CONCURRENT_REQUESTS);
        slow.close();
        admitted(anna).close();
    }

    @Test
    void aPortalThatStopsFreesWhatItHadInFlight() {
        Asker anna = guard.somebody();
        guard.limit(anna, Limit.CONCURRENT_REQUESTS, 1L);
        try (var stopping = new TestingGuard(database)) {
            assertThat(stopping.admit(anna)).isInstanceOf(Admitted.class);
            assertThat(refused(anna).limit()).isEqualTo(Limit.CONCURRENT_REQUESTS);
        }

        admitted(anna).close();
    }

    @Test
    void nothingGoesWhereNothingIsAllowed() {
        Asker anna = guard.somebody();
        guard.limit(anna, Limit.REQUESTS_PER_MINUTE, 0L);

        assertThat(refused(anna)).isEqualTo(new Refusal(Limit.REQUESTS_PER_MINUTE, 0, 0, null));
    }

    @Test
    void anAdminIsNotLimitedAndIsCounted() {
        Asker admin = guard.somebody(Role.ADMIN);
        for (int number = 0; number < 30; number++) {
            admitted(admin);
        }

        assertThat(guard.used("requests", admin)).isEqualTo(30);
    }

    private static Lease admitted(Asker asker) {
        return guard.admit(asker).orThrow();
    }

    private static Refusal refused(Asker asker) {
        Admitting answer = guard.admit(asker);
        assertThat(answer).isInstanceOf(Refused.class);
        return ((Refused) answer).refusal();
    }
}
