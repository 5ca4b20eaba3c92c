package io.opslore.tools;

/** What came from outside, as it may be repeated in a message. */
final class Shown {

    private static final int LONGEST = 60;

    private Shown() {}

    static String of(String text) {
        String plain = text.replaceAll("[^\\p{L}\\p{N} ._:/@-]+", " ").strip();
        return "'" + (plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain) + "'";
    }
}
