package io.opslore.identity;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** Codes by the clock (RFC 6238), as every authenticator app makes them. */
final class OneTimeCodes {

    private static final int SECRET_BYTES = 20;
    private static final int SLACK = 1;
    private static final TimeBasedOneTimePasswordGenerator GENERATOR =
            new TimeBasedOneTimePasswordGenerator();
    private static final long STEP = GENERATOR.getTimeStep().toSeconds();
    private static final SecureRandom RANDOM = new SecureRandom();

    private OneTimeCodes() {}

    /** A new secret, as it is typed where it cannot be scanned. */
    static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return new Base32().encodeToString(bytes);
    }

    /** What an app scans. */
    static String address(String secret, String username) {
        return "otpauth://totp/OpsLore:%s?secret=%s&issuer=OpsLore"
                .formatted(
                        URLEncoder.encode(username, StandardCharsets.UTF_8).replace("+", "%20"),
                        secret);
    }

    /**
     * The step of time whose code it is: this one, the one before or the one after, for clocks that
     * differ; never one up to the last that was used.
     */
    static OptionalLong step(String secret, String code, Instant now, long lastUsed) {
        long current = now.getEpochSecond() / STEP;
        return LongStream.rangeClosed(current - SLACK, current + SLACK)
                .filter(step -> step > lastUsed && code(secret, step).equals(code))
                .findFirst();
    }

    static String code(String secret, long step) {
        try {
            return GENERATOR.generateOneTimePasswordString(
                    new SecretKeySpec(new Base32().decode(secret), GENERATOR.getAlgorithm()),
                    Instant.ofEpochSecond(step * STEP));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("Not a secret for codes", e);
        }
    }
}
