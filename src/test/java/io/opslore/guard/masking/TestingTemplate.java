package io.opslore.guard.masking;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Makes well-formed secrets that are nobody's. They come into being when a test runs, so that no
 * scanner of repositories takes them for real. {@code {A:20}} stands for twenty letters and digits,
 * see {@link #ALPHABETS} for the others; {@code ~} only breaks a prefix apart, and two stand for
 * one.
 */
final class TestingTemplate {

    private static final String SMALL = "abcdefghijklmnopqrstuvwxyz";
    private static final String CAPITAL = SMALL.toUpperCase(java.util.Locale.ROOT);
    private static final String DIGITS = "0123456789";

    /** P are passwords as they stand without quotes, X those within, E is base64 of one. */
    private static final Map<String, String> ALPHABETS =
            Map.of(
                    "A", SMALL + CAPITAL + DIGITS,
                    "a", SMALL + DIGITS,
                    "U", CAPITAL + DIGITS,
                    "L", SMALL + CAPITAL,
                    "D", DIGITS,
                    "H", "0123456789abcdef",
                    "O", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
                    "B", SMALL + CAPITAL + DIGITS + "-_",
                    "S", SMALL + CAPITAL + DIGITS + "+/");

    private static final String SIGNS = "!@%^*_+=.-";
    private static final Pattern PART = Pattern.compile("\\{([A-Za-z]):([0-9]+)\\}|~~|~");

    private final Random random;

    TestingTemplate(long seed) {
        random = new Random(seed);
    }

    String filled(String template) {
        return PART.matcher(template).replaceAll(this::part);
    }

    String made(String sort, int length) {
        return switch (sort) {
            case "P", "X" -> password(length);
            case "E" -> base64(password(length));
            default -> letters(ALPHABETS.get(sort), length);
        };
    }

    private String part(MatchResult match) {
        if (match.group(1) == null) {
            return match.group().length() == 2 ? "~" : "";
        }
        String made = made(match.group(1), Integer.parseInt(match.group(2)));
        return java.util.regex.Matcher.quoteReplacement(made);
    }

    /** Begins and ends with a letter, holds a digit and a sign. */
    private String password(int length) {
        String inner = letters(SMALL + CAPITAL + DIGITS, length - 4);
        int at = random.nextInt(inner.length() + 1);
        return letters(CAPITAL, 1)
                + inner.substring(0, at)
                + letters(SIGNS, 1)
                + letters(DIGITS, 1)
                + inner.substring(at)
                + letters(SMALL, 1);
    }

    private String letters(String alphabet, int length) {
        StringBuilder made = new StringBuilder();
        while (made.length() < length) {
            made.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return made.toString();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
