package io.opslore.testing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.opslore.health.Looks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** What every room finds in a portal to be measured by, for rooms that a test puts together. */
@Import(Looks.class)
public class TestingMeters {

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    @Bean
    ObservationRegistry observations() {
        return ObservationRegistry.create();
    }
}
