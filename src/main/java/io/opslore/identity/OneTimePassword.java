package io.opslore.identity;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Passwords that are made up here, shown once, and changed at the first sign-in. */
final class OneTimePassword {

    // Without characters that are mistaken for one another when typed off a screen.
    private static final String ALPHABET =
            "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private OneTimePassword() {}

    static String random() {
        return new SecureRandom()
                .ints(20, 0, ALPHABET.length())
                .mapToObj(index -> String.valueOf(ALPHABET.charAt(index)))
                .collect(Collectors.joining());
    }
}
