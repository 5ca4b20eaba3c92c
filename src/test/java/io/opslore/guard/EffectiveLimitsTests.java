package io.opslore.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.identity.AccountId;
import io.opslore.identity.Role;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EffectiveLimitsTests {

    private static final LimitHolder EVERYONE = new LimitHolder.Everyone();
    private static final LimitHolder READERS = new LimitHolder.Holders(Role.READER);
    private static final LimitHolder CURATORS = new LimitHolder.Holders(Role.CURATOR);
    private static final LimitHolder OWN = new LimitHolder.Person(new AccountId(UUID.randomUUID()));

    @Test
    void theMostGenerousRoleWins() {
        assertThat(effective(set(10L, EVERYONE), set(20L, READERS), set(50L, CURATORS)))
                .isEqualTo(set(50L, CURATORS));
        assertThat(effective(set(50L, READERS), set(20L, CURATORS))).isEqualTo(set(50L, READERS));
    }

    @Test
    void aRoleWithoutLimitIsTheMostGenerous() {
        assertThat(effective(set(20L, READERS), set(null, CURATORS)))
                .isEqualTo(set(null, CURATORS));
        assertThat(effective(set(null, READERS), set(20L, CURATORS))).isEqualTo(set(null, READERS));
    }

    @Test
    void aRoleWinsOverTheDefaultAlsoWhenItAllowsLess() {
        assertThat(effective(set(null, EVERYONE), set(5L, READERS))).isEqualTo(set(5L, READERS));
    }

    @Test
    void thePersonsOwnValueWinsAlsoWhenItAllowsLess() {
        assertThat(effective(set(100L, EVERYONE), set(null, CURATORS), set(3L, OWN)))
                .isEqualTo(set(3L, OWN));
        assertThat(effective(set(3L, CURATORS), set(null, OWN))).isEqualTo(set(null, OWN));
    }

    @Test
    void withoutAnyValueThereIsNoLimit() {
        assertThat(effective()).isEqualTo(set(null, EVERYONE));
    }

    @Test
    void oneLimitsValueSaysNothingOfAnother() {
        var limits = EffectiveLimits.of(List.of(set(7L, OWN)));

        assertThat(limits.allowed(Limit.REQUESTS_PER_MINUTE)).hasValue(7);
        assertThat(limits.allowed(Limit.CONCURRENT_REQUESTS)).isEmpty();
        assertThat(limits.atMost(Limit.REQUESTS_PER_MINUTE, 5)).isEqualTo(5);
        assertThat(limits.atMost(Limit.REQUESTS_PER_MINUTE, 9)).isEqualTo(7);
        assertThat(limits.atMost(Limit.CONCURRENT_REQUESTS, 9)).isEqualTo(9);
    }

    private static LimitValue effective(LimitValue... set) {
        return EffectiveLimits.of(List.of(set)).value(Limit.REQUESTS_PER_MINUTE);
    }

    private static LimitValue set(Long amount, LimitHolder holder) {
        return new LimitValue(Limit.REQUESTS_PER_MINUTE, amount, holder);
    }
}
