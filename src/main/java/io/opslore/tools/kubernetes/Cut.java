package io.opslore.tools.kubernetes;

/** Long texts, as much of them as an answer has room for. */
final class Cut {

    /** Escaped and with all that stands around it, it fits. */
    static final int MOST = 16_000;

    private Cut() {}

    static String end(String text, int most) {
        return text.length() > most ? text.substring(0, most) + "… (cut)" : text;
    }

    /** Its last lines. */
    static String beginning(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int line = text.indexOf('\n', text.length() - most);
        return "(cut)\n" + text.substring(line < 0 ? text.length() - most : line + 1);
    }
}
