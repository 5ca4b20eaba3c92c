package io.opslore.identity;

import java.text.Normalizer;
import java.util.Map;

/**
 * Somebody as a provider describes them.
 *
 * @param issuer who says so
 * @param subject the issuer's own name for them, which never passes to somebody else
 */
record ProvidedPerson(
        Provider provider, String issuer, String subject, Map<String, Object> claims) {

    private static final int LONGEST = 100;

    /** What the account is to be called; empty if the claim is missing or cannot be a name. */
    String username() {
        String wanted = plain(provider.claims().username());
        return wanted.length() > LONGEST ? "" : wanted;
    }

    /** For a wanted name that is taken. */
    String distinctUsername() {
        return username() + "@" + provider.id().value();
    }

    String email() {
        return shortened(plain(provider.claims().email()));
    }

    String displayName() {
        return shortened(plain(provider.claims().name()));
    }

    /** Without signs that are not seen, which could make two names look the same. */
    private String plain(String claim) {
        return Normalizer.normalize(ClaimRule.text(claim, claims), Normalizer.Form.NFKC)
                .replaceAll("[\\p{Cntrl}\\p{Cf}]", "")
                .strip();
    }

    private static String shortened(String text) {
        return text.length() > 200 ? text.substring(0, 200) : text;
    }
}
