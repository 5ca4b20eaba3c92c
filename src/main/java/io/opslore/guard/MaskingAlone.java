package io.opslore.guard;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opslore.identity.KeyedHashes;
import org.springframework.context.annotation.Bean;

/**
 * Masking by the shipped rules, for a process without a database: to be imported by its context.
 */
public class MaskingAlone {

    @Bean
    Masking masking(KeyedHashes hashes) {
        return new Masking(hashes, AddedRules.NONE, new SimpleMeterRegistry());
    }
}
