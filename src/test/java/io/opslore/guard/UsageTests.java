package io.opslore.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.guard.Usage.Wanted;
import io.opslore.guard.UsedBy.SortedBy;
import io.opslore.identity.AccountId;
import io.opslore.identity.Asker;
import io.opslore.identity.NotAllowed;
import io.opslore.identity.Role;
import io.opslore.testing.TestingDatabase;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class UsageTests {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final Period WEEK = Period.upTo(TODAY, 7);

    private static TestingGuard guard;
    private static Usage usage;
    private static Asker anna;
    private static Asker boris;
    private static Asker auditor;

    @BeforeAll
    static void somethingIsUsed() {
        guard = new TestingGuard(TestingDatabase.fresh());
        usage = guard.bean(Usage.class);
        anna = guard.somebody(Role.READER);
        boris = guard.somebody(Role.READER);
        auditor = guard.somebody(Role.AUDITOR);
        ask(anna, 100, 10);
        guard.passDays(2, anna);
        ask(anna, 200, 20);
        ask(boris, 1000, 100);
        guard.limit(boris, Limit.CONCURRENT_REQUESTS, 0L);
        guard.admit(boris);
    }

    @AfterAll
    static void stop() {
        guard.close();
    }

    @Test
    void everybodySeesTheirOwnDaysWithoutAGap() {
        List<UsedOn> days = usage.own(WEEK, anna);

        assertThat(days).hasSize(7);
        assertThat(days.get(6)).isEqualTo(new UsedOn(TODAY, new Used(1, 0, 200, 20, 0, 0)));
        assertThat(days.get(5)).isEqualTo(new UsedOn(TODAY.minusDays(1), Used.NOTHING));
        assertThat(days.get(4).used().tokens()).isEqualTo(110);
    }

    @Test
    void whoMayReadUsageSeesAllOfItAndEachPersons() {
        List<UsedOn> all = usage.days(WEEK, null, auditor);
        assertThat(all.getLast().used()).isEqualTo(new Used(2, 1, 1200, 120, 0, 0));
        assertThat(usage.days(WEEK, boris.id(), auditor).getLast().used())
                .isEqualTo(new Used(1, 1, 1000, 100, 0, 0));
    }

    @Test
    void peopleAreSortedSoughtAndCutIntoPagesByTheDatabase() {
        assertThat(people(SortedBy.PROMPT_TOKENS, true)).containsExactly(boris.id(), anna.id());
        assertThat(people(SortedBy.REQUESTS, true)).containsExactly(anna.id(), boris.id());
        assertThat(people(SortedBy.REFUSALS, false)).containsExactly(anna.id(), boris.id());
        var wanted = new Wanted(WEEK, boris.username(), SortedBy.NAME, false);
        assertThat(usage.people(wanted, 0, 10, auditor))
                .containsExactly(
                        new UsedBy(boris.id(), boris.username(), new Used(1, 1, 1000, 100, 0, 0)));
        assertThat(usage.countPeople(wanted, auditor)).isEqualTo(1);
        assertThat(usage.each(WEEK, 0, 10, auditor)).hasSize(3);
        assertThat(usage.each(WEEK, 2, 10, auditor)).hasSize(1);
    }

    @Test
    void whoMayNotReadUsageSeesOnlyTheirOwn() {
        assertThatThrownBy(() -> usage.days(WEEK, boris.id(), anna)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> usage.each(WEEK, 0, 10, anna)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(
                        () -> usage.people(new Wanted(WEEK, "", SortedBy.NAME, false), 0, 10, anna))
                .isInstanceOf(NotAllowed.class);
    }

    private static List<AccountId> people(SortedBy order, boolean descending) {
        return usage.people(new Wanted(WEEK, "", order, descending), 0, 10, auditor).stream()
                .map(UsedBy::account)
                .toList();
    }

    private static void ask(Asker asker, long prompt, long answer) {
        try (Lease lease = guard.admit(asker).orThrow()) {
            lease.charge(prompt, answer);
        }
    }
}
