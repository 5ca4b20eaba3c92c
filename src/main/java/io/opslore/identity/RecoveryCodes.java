package io.opslore.identity;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;

/** Codes on paper, each good once, for who lost their app. */
final class RecoveryCodes {

    static final int COUNT = 10;

    /** 80 random bits, too many to be guessed from a digest. */
    private static final int BYTES = 10;

    private static final SecureRandom RANDOM = new SecureRandom();

    private RecoveryCodes() {}

    static List<String> random() {
        return Stream.generate(RecoveryCodes::one).limit(COUNT).toList();
    }

    /** However it is typed. */
    static byte[] hash(String code) {
        return Digests.sha256(code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT));
    }

    private static String one() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String text = new Base32().encodeToString(bytes).toLowerCase(Locale.ROOT);
        return String.join("-", text.split("(?<=\\G.{4})"));
    }
}
