package io.opslore.sources;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Says whether a delivery is from somebody who knows the secret; takes as long either way. */
final class HookSignature {

    private static final String HMAC = "HmacSHA256";
    private static final String GITHUB_PREFIX = "sha256=";

    private HookSignature() {}

    static boolean isRight(HookDelivery delivery, String secret) {
        // Gitea sends GitHub's header too; one signature is enough, but it must be right.
        if (!delivery.gitea().isEmpty()) {
            return isHmac(delivery.gitea(), delivery.body(), secret);
        }
        if (!delivery.github().isEmpty()) {
            return delivery.github().startsWith(GITHUB_PREFIX)
                    && isHmac(
                            delivery.github().substring(GITHUB_PREFIX.length()),
                            delivery.body(),
                            secret);
        }
        return !delivery.gitlab().isEmpty() && same(delivery.gitlab(), secret);
    }

    private static boolean isHmac(String claimed, byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            return same(
                    claimed.toLowerCase(Locale.ROOT), HexFormat.of().formatHex(mac.doFinal(body)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC is missing", e);
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
