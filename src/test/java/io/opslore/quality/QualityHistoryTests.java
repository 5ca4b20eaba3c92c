package io.opslore.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.NotAllowed;
import io.opslore.identity.Role;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class QualityHistoryTests extends PortalTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final String set = "runbooks-" + UUID.randomUUID();

    @Autowired private QualityHistory history;
    @Autowired private Accounts accounts;
    @Autowired private JdbcTemplate jdbc;
    private Asker admin;

    @BeforeEach
    void somebodyMayMeasure() {
        admin = TestingAskers.with(accounts, Role.ADMIN);
    }

    @Test
    void whatWasMeasuredIsToldTheNewestFirst() {
        SetReport old = report(NOON, 0.7);
        SetReport later = report(NOON.plus(1, ChronoUnit.HOURS), 0.9);
        history.keep(later, admin);
        history.keep(old, admin);

        assertThat(history.of(set, 0, 10, admin)).containsExactly(later, old);
        assertThat(history.of(set, 1, 1, admin)).containsExactly(old);
        assertThat(history.count(set, admin)).isEqualTo(2);
        assertThat(history.latest(admin)).contains(later).doesNotContain(old);
        assertThat(recorded()).isEqualTo(2);
    }

    @Test
    void nobodyElseAddsToTheHistoryOrReadsIt() {
        Asker reader = TestingAskers.with(accounts, Role.READER);

        assertThatThrownBy(() -> history.keep(report(NOON, 1), reader))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> history.latest(reader)).isInstanceOf(NotAllowed.class);
        assertThat(history.count(set, admin)).isZero();
    }

    private Integer recorded() {
        return jdbc.queryForObject(
                "select count(*) from audit_event where action = 'quality.measure'"
                        + " and subject_name = ?",
                Integer.class,
                set);
    }

    private SetReport report(Instant at, double quality) {
        var run = new ArmRun("fused", quality, 1, 1, quality, Map.of(), Map.of());
        return new SetReport(
                set, 2, 3, List.of(run), null, at, 1.5, "1", Map.of("words-weight", "0.35"));
    }
}
