package io.opslore.testing;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** An authenticator app. */
public final class TestingCodes {

    private static final TimeBasedOneTimePasswordGenerator APP =
            new TimeBasedOneTimePasswordGenerator();

    private TestingCodes() {}

    /** What the app shows now. */
    public static String now(String secret) {
        return at(secret, Instant.now());
    }

    /** What the app shows next, or now if its clock is half a minute fast. */
    public static String next(String secret) {
        return at(secret, Instant.now().plus(APP.getTimeStep()));
    }

    private static String at(String secret, Instant time) {
        try {
            return APP.generateOneTimePasswordString(
                    new SecretKeySpec(new Base32().decode(secret), APP.getAlgorithm()), time);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
