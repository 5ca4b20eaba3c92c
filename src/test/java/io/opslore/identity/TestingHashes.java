package io.opslore.identity;

import java.nio.file.Path;
import java.util.Base64;

/** Keyed hashes for rooms without the identity room beneath them. */
public final class TestingHashes {

    private TestingHashes() {}

    /** Always under the same key. */
    public static KeyedHashes hashes() {
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        return new KeyedHashes(new SecretKeyFile(new SecretSettings(key, Path.of("none"))));
    }
}
