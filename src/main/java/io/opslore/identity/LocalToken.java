package io.opslore.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * The token that proves to the API that the caller can read the data folder: made anew at each
 * start, written only to a file that its owner alone may read, and good for acting as the first
 * admin. Thread-safe.
 */
@Service
public class LocalToken {

    private final String value = random();
    private final Accounts accounts;

    LocalToken(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The token itself; for the file alone, never for a log. */
    public String value() {
        return value;
    }

    /**
     * Whom the presented token stands for; empty if it is another one. Takes the same time for
     * every wrong token.
     */
    public Optional<Asker> redeem(String presented) {
        boolean same =
                MessageDigest.isEqual(
                        presented.getBytes(StandardCharsets.UTF_8),
                        value.getBytes(StandardCharsets.UTF_8));
        return same ? accounts.firstAdmin() : Optional.empty();
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
