package io.opslore.identity;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.opslore.health.Latest;
import io.opslore.health.Looks;
import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How many sign-ins hold. */
@Component
class SessionMeters implements MeterBinder {

    private static final Duration EVERY = Duration.ofSeconds(15);

    private final Latest<Long> open;

    SessionMeters(JdbcTemplate jdbc, Looks looks) {
        open =
                looks.repeat(
                        "sessions",
                        EVERY,
                        () ->
                                jdbc.queryForObject(
                                        "select count(*) from signed_in_session where ended_at is null",
                                        Long.class));
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("opslore.sessions.open", () -> open.number(Long::doubleValue))
                .description("Sign-ins that hold, at all portals of the database")
                .register(meters);
    }
}
