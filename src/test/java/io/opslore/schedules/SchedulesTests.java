package io.opslore.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.opslore.audit.AuditRecord;
import io.opslore.identity.Asker;
import io.opslore.identity.NotAllowed;
import io.opslore.identity.Role;
import io.opslore.identity.TestingAuthority;
import io.opslore.schedules.JobRun.Outcome;
import io.opslore.testing.TestingDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs of one or two portals on a real database. */
class SchedulesTests {

    private static final Asker ADMIN = TestingAuthority.asker("anna", Role.ADMIN);
    private static final Asker READER = TestingAuthority.asker("rita", Role.READER);
    private static final Cadence OFTEN = new Cadence.Every(Duration.ofMillis(50));
    private static final Cadence RARELY = new Cadence.Every(Duration.ofDays(1));
    private static final Callable<JobResult> NOTHING = () -> JobResult.of("nothing", 7);

    @TempDir private Path folder;
    private final String database = TestingDatabase.fresh();
    private final List<TestingSchedules> portals = new ArrayList<>();

    @AfterEach
    void closeAll() {
        portals.forEach(TestingSchedules::close);
    }

    @Test
    void runsAndKeepsWhatBecameOfIt() {
        var one = portal("one", new TestingJob("sweep", RARELY, NOTHING));

        await().untilAsserted(
                        () -> assertThat(last(one, "sweep").outcome()).isEqualTo(Outcome.DONE));
        JobRun run = last(one, "sweep");
        assertThat(run.result()).isEqualTo(JobResult.of("nothing", 7));
        assertThat(run.begunBy()).isNull();
        assertThat(run.ended()).isAfterOrEqualTo(run.began());
        await().untilAsserted(() ->
                assertThat(one.schedules().all(ADMIN).getFirst().next())
                        .isAfter(Instant.now().plus(Duration.ofHours(23))));
    }

    @Test
    void twoPortalsNeverRunOneJobAtTheSameTime() {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        Callable<JobResult> work =
                () -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    Thread.yield();
                    inside.decrementAndGet();
                    return JobResult.of("nothing");
                };
        var here = new TestingJob("sweep", OFTEN, work);
        var there = new TestingJob("sweep", OFTEN, work);
        portal("one", here);
        portal("two", there);

        await().atMost(Duration.ofSeconds(30)).until(() -> here.runs.get() + there.runs.get() >= 8);
        assertThat(most).hasValue(1);
    }

    @Test
    void whatAKilledPortalHadInHandAnotherOneDoes() throws Exception {
        var forever = new CountDownLatch(1);
        var hanging =
                new TestingJob(
                        "sweep",
                        RARELY,
                        () -> {
                            forever.await();
                            return JobResult.of("nothing");
                        });
        var one = portal("one", hanging);
        hanging.begun.await();
        var able = new TestingJob("sweep", RARELY, NOTHING);
        var two = portal("two", able);
        one.kill();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(two.schedules().runs("sweep", ADMIN))
                                .extracting(JobRun::outcome)
                                .containsExactly(Outcome.DONE, Outcome.BROKEN_OFF));
        assertThat(able.runs).hasValue(1);
        forever.countDown();
    }

    @Test
    void whatAStopBreaksOffIsDoneByTheNextStart() throws Exception {
        var hanging =
                new TestingJob(
                        "sweep",
                        RARELY,
                        () -> {
                            new Semaphore(0).acquire();
                            return JobResult.of("nothing");
                        });
        var one = portal("one", hanging);
        hanging.begun.await();
        one.close();
        portals.clear();

        var again = portal("one", new TestingJob("sweep", RARELY, NOTHING));

        await().untilAsserted(() ->
                assertThat(again.schedules().runs("sweep", ADMIN))
                        .extracting(JobRun::outcome)
                        .containsExactly(Outcome.DONE, Outcome.BROKEN_OFF));
    }

    @Test
    void tellsWhatFailedWithoutItsSecrets() {
        String secret = "ghp_" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8";
        var one =
                portal(
                        "one",
                        new TestingJob(
                                "sweep",
                                RARELY,
                                () -> {
                                    throw new IllegalStateException("Refused with token " + secret);
                                }));

        await().untilAsserted(
                        () -> assertThat(last(one, "sweep").outcome()).isEqualTo(Outcome.FAILED));
        assertThat(last(one, "sweep").failure())
                .startsWith("Refused with token «secret:")
                .doesNotContain(secret);
        await().untilAsserted(() ->
                assertThat(one.schedules().all(ADMIN).getFirst().next()).isAfter(Instant.now()));
    }

    @Test
    void aPersonBeginsWhatComesByHandOnly() {
        var job = new TestingJob("sweep", Cadence.NEVER, NOTHING);
        var one = portal("one", job);
        assertThat(one.schedules().all(ADMIN).getFirst().next()).isNull();

        assertThat(one.schedules().runNow("sweep", ADMIN)).isTrue();

        await().untilAsserted(
                        () -> assertThat(last(one, "sweep").outcome()).isEqualTo(Outcome.DONE));
        assertThat(last(one, "sweep").begunBy()).isEqualTo("anna");
        assertThat(job.runs).hasValue(1);
        assertThat(one.records())
                .extracting(AuditRecord::action, it -> it.subject().id(), it -> it.actor().name())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("schedule.run", "sweep", "anna"));
        assertThat(one.schedules().runNow("unheard-of", ADMIN)).isFalse();
    }

    @Test
    void whatRunsIsNotBegunASecondTime() throws Exception {
        var permits = new Semaphore(0);
        var job =
                new TestingJob(
                        "sweep",
                        RARELY,
                        () -> {
                            permits.acquire();
                            return JobResult.of("nothing");
                        });
        var one = portal("one", job);
        job.begun.await();

        assertThat(one.schedules().runNow("sweep", ADMIN)).isFalse();
        assertThat(one.schedules().all(ADMIN).getFirst().isRunning()).isTrue();
        assertThat(one.records()).isEmpty();
        permits.release();
        await().untilAsserted(
                        () -> assertThat(last(one, "sweep").outcome()).isEqualTo(Outcome.DONE));
    }

    @Test
    void aRestartKeepsThePlanAndANewCadenceChangesIt() {
        var zone = ZoneId.of("UTC");
        var one = portal("one", new TestingJob("sweep", Cadence.of("0 0 3 1 1 *", zone), NOTHING));
        Instant planned = next(one);
        one.close();
        portals.clear();
        var same = portal("one", new TestingJob("sweep", Cadence.of("0 0 3 1 1 *", zone), NOTHING));
        assertThat(next(same)).isEqualTo(planned);
        same.close();
        portals.clear();

        var sooner =
                portal("one", new TestingJob("sweep", Cadence.of("0 0 * * * *", zone), NOTHING));

        assertThat(next(sooner)).isBefore(Instant.now().plus(Duration.ofMinutes(61)));
        sooner.close();
        portals.clear();
        var never = portal("one", new TestingJob("sweep", Cadence.NEVER, NOTHING));
        assertThat(never.schedules().all(ADMIN).getFirst().next()).isNull();
    }

    @Test
    void keepsAsManyRunsAsItIsTold() {
        var job = new TestingJob("sweep", OFTEN, NOTHING);
        var one = portal("one", job);

        await().until(() -> job.runs.get() > 5);
        await().untilAsserted(() -> assertThat(one.runs().runs("sweep", 100)).hasSizeBetween(3, 4));
    }

    @Test
    void isNobodysElseAffair() {
        var one = portal("one", new TestingJob("sweep", Cadence.NEVER, NOTHING));

        assertThatThrownBy(() -> one.schedules().all(READER)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> one.schedules().runs("sweep", READER))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> one.schedules().runNow("sweep", READER))
                .isInstanceOf(NotAllowed.class);
    }

    private TestingSchedules portal(String name, ScheduledJob... jobs) {
        var portal = new TestingSchedules(database, folder.resolve(name), jobs);
        portals.add(portal);
        return portal;
    }

    private static Instant next(TestingSchedules portal) {
        return Objects.requireNonNull(portal.schedules().all(ADMIN).getFirst().next());
    }

    private static JobRun last(TestingSchedules portal, String job) {
        return portal.runs().runs(job, 1).stream().findFirst().orElseThrow(AssertionError::new);
    }
}
