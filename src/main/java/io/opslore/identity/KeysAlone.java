package io.opslore.identity;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * The secret key for a process without a data folder: the one that is set, else a random one for as
 * long as it runs, after which the same secret has another placeholder. To be imported by its
 * context.
 */
@EnableConfigurationProperties(SecretSettings.class)
public class KeysAlone {

    private static final int BYTES = 32;

    @Bean
    KeyedHashes keyedHashes(SecretSettings settings) {
        byte[] key =
                Optional.ofNullable(settings.secretKey())
                        .filter(given -> !given.isBlank())
                        .map(given -> Base64.getDecoder().decode(given.strip()))
                        .orElseGet(KeysAlone::random);
        return new KeyedHashes(key::clone);
    }

    private static byte[] random() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
