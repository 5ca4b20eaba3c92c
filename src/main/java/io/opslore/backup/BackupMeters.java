package io.opslore.backup;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.opslore.health.Latest;
import io.opslore.health.Looks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** How old the newest backup is that nothing is wrong with; not a number where there is none. */
@Component
class BackupMeters implements MeterBinder {

    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Latest<Instant> newest;
    private final Clock clock;

    BackupMeters(BackupRows rows, Looks looks, Clock clock) {
        newest = looks.repeat("backup-newest", EVERY, () -> rows.newest().orElseThrow());
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        TimeGauge.builder("opslore.backup.age", () -> newest.number(this::age), TimeUnit.SECONDS)
                .description("Age of the newest backup that nothing is wrong with")
                .register(meters);
    }

    private double age(Instant made) {
        return Duration.between(made, clock.instant()).toSeconds();
    }
}
