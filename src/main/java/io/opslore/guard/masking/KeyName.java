package io.opslore.guard.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a name says of the value that belongs to it.
 *
 * @param kind of the secret
 * @param strength how much the name alone proves
 */
record KeyName(String kind, Strength strength) {

    enum Strength {
        /** Its value is a secret unless it is plainly something else. */
        STRONG,
        /** Its value is one if it looks like it. */
        WEAK,
        /** The name speaks against it; its value must be beyond doubt. */
        FAINT
    }

    /** The words by which names are found in a text, all in lower case. */
    static final Set<String> WORDS = Words.of("telling");

    private static final Set<String> PASSWORDS = Words.of("password");

    /** Also as the end of a longer word: {@code MYSQLPASS}, {@code dbpwd}. */
    private static final Set<String> PASSWORD_PARTS = Words.of("password-end");

    private static final Set<String> NO_PASS = Words.of("no-password");

    private static final Set<String> KEY_QUALIFIERS = Words.of("key");

    private static final Set<String> TAIL_AWAY = Words.of("not-before");

    private static final Set<String> PUBLIC = Set.of("public", "pub", "verify");
    private static final Set<String> KEY_AWAY = Words.of("no-key-after");
    private static final Set<String> HEAD_AWAY = Words.of("not-after");

    static @Nullable KeyName of(String identifier) {
        List<String> words = words(identifier);
        for (int at = words.size() - 1; at >= 0; at--) {
            KeyName found = telling(words, at);
            if (found != null) {
                return toned(words, at, found);
            }
        }
        return null;
    }

    /** What stands before and behind the telling word may take it back. */
    private static @Nullable KeyName toned(List<String> words, int telling, KeyName found) {
        List<String> before = words.subList(0, telling);
        if (before.stream().anyMatch(PUBLIC::contains)) {
            return null;
        }
        boolean key = words.get(telling).startsWith("key");
        boolean away =
                words.subList(telling + 1, words.size()).stream().anyMatch(TAIL_AWAY::contains)
                        || before.stream().anyMatch(HEAD_AWAY::contains)
                        || key && before.stream().anyMatch(KEY_AWAY::contains);
        return away ? new KeyName(found.kind(), Strength.FAINT) : found;
    }

    private static @Nullable KeyName telling(List<String> words, int at) {
        String word = words.get(at);
        String before = at > 0 ? words.get(at - 1) : "";
        if (password(word)) {
            return new KeyName("password", Strength.STRONG);
        }
        if (word.endsWith("secret")
                || word.equals("secrets")
                || word.equals("sercret")
                || word.startsWith("секрет")) {
            return new KeyName("secret", Strength.STRONG);
        }
        if (word.endsWith("token")
                || word.endsWith("токен")
                || word.equals("tokens")
                || word.equals("토큰")
                || word.equals("bearer")
                || word.equals("pat")) {
            return new KeyName("token", Strength.STRONG);
        }
        if (word.equals("key") || word.equals("keys") || word.equals("ключ")) {
            return key(before, at == words.size() - 1);
        }
        return other(word, before);
    }

    private static @Nullable KeyName key(String before, boolean last) {
        if (KEY_QUALIFIERS.contains(before)) {
            return new KeyName(before.equals("api") ? "api-key" : "key", Strength.STRONG);
        }
        return last || before.isEmpty()
                ? new KeyName("key", Strength.WEAK)
                : new KeyName("key", Strength.WEAK);
    }

    private static @Nullable KeyName other(String word, String before) {
        if (Re.is(
                word,
                "(?:.*(?:api|access|secret|private|signing|encryption|account|auth|aes|rsa|master|ssh|p))(?:key|keys)")) {
            return new KeyName(word.endsWith("apikey") ? "api-key" : "key", Strength.STRONG);
        }
        return switch (word) {
            case "credential", "credentials", "creds" -> new KeyName("credential", Strength.STRONG);
            case "auth",
                    "authorization",
                    "authentication",
                    "oauth",
                    "signature",
                    "sas",
                    "cookie",
                    "seed",
                    "otp",
                    "totp",
                    "dsn" ->
                    new KeyName("auth", Strength.WEAK);
            case "pin" -> new KeyName("password", Strength.STRONG);
            case "salt" -> new KeyName("secret", Strength.WEAK);
            case "mnemonic" -> new KeyName("passphrase", Strength.STRONG);
            default ->
                    Re.is(word, ".{1,20}(?:key|auth|salt)") || Re.is(word, "(?:api|salt)[0-9]?")
                            ? new KeyName("key", Strength.WEAK)
                            : null;
        };
    }

    private static boolean password(String word) {
        return PASSWORDS.contains(word)
                || PASSWORD_PARTS.stream().anyMatch(word::endsWith)
                || word.endsWith("pass") && !NO_PASS.contains(word)
                || word.endsWith("pw") && word.length() <= 8
                || word.startsWith("парол");
    }

    /** {@code spring.datasource.dbPassword2} is spring, datasource, db, password. */
    static List<String> words(String identifier) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int at = 0; at <= identifier.length(); at++) {
            if (at == identifier.length() || breaks(identifier, at)) {
                String word = letters(identifier.substring(start, at));
                if (!word.isEmpty()) {
                    words.add(word);
                }
                start = at;
            }
        }
        return words;
    }

    private static boolean breaks(String text, int at) {
        char now = text.charAt(at);
        if (!Character.isLetterOrDigit(now)) {
            return true;
        }
        char before = at > 0 ? text.charAt(at - 1) : now;
        boolean hump = Character.isLowerCase(before) && Character.isUpperCase(now);
        boolean end =
                Character.isUpperCase(before)
                        && Character.isUpperCase(now)
                        && at + 1 < text.length()
                        && Character.isLowerCase(text.charAt(at + 1));
        return hump || end || Character.isLetter(before) != Character.isLetter(now);
    }

    private static String letters(String part) {
        StringBuilder word = new StringBuilder();
        for (char letter : part.toCharArray()) {
            if (Character.isLetter(letter)) {
                word.append(letter);
            }
        }
        return word.toString().toLowerCase(Locale.ROOT);
    }
}
