package io.opslore.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.EnumSet;
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

    private static final Reach COMMAND_LINE =
            new Reach("command line", EnumSet.allOf(Permission.class));

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
        return isIt(presented)
                ? accounts.firstAdmin().map(LocalToken::fromCommandLine)
                : Optional.empty();
    }

    /** Whether it is this token, be there an admin or not. */
    public boolean isIt(String presented) {
        return MessageDigest.isEqual(
                presented.getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8));
    }

    /** Throws {@link NotAllowed} unless they came in by this token, and no other way. */
    public static void require(Asker asker) {
        if (!asker.reach().equals(COMMAND_LINE)) {
            throw new NotAllowed("name files of the portal's machine");
        }
    }

    private static Asker fromCommandLine(Asker admin) {
        return new Asker(admin.id(), admin.username(), COMMAND_LINE);
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
