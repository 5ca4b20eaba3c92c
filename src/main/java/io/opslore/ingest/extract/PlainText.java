package io.opslore.ingest.extract;

import java.util.regex.Pattern;

/** Brings decoded text into the library's form without moving anything to another line. */
final class PlainText {

    private static final Pattern TERMINAL_SEQUENCES =
            Pattern.compile("\u001B(?:\\[[0-9;?]*[ -/]*[@-~]|\\][^\u0007\u001B\n]{0,200}\u0007)");

    private PlainText() {}

    /**
     * Line ends become {@code \n}; control characters, which PostgreSQL cannot store and nobody can
     * read, go, as do a terminal's colours.
     */
    static String of(String decoded) {
        String text = decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
        text = text.replace("\r\n", "\n").replace('\r', '\n');
        if (text.indexOf('\u001B') >= 0) {
            text = TERMINAL_SEQUENCES.matcher(text).replaceAll("");
        }
        return needsCleaning(text) ? cleaned(text) : text;
    }

    private static boolean needsCleaning(String text) {
        return text.chars().anyMatch(c -> unwanted((char) c) || Character.isSurrogate((char) c));
    }

    private static String cleaned(String text) {
        var clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                clean.append(c).append(text.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                clean.append('\uFFFD');
            } else if (!unwanted(c)) {
                clean.append(c);
            }
        }
        return clean.toString();
    }

    private static boolean unwanted(char c) {
        return Character.isISOControl(c) && c != '\n' && c != '\t';
    }
}
