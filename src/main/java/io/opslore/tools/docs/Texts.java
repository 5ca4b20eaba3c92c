package io.opslore.tools.docs;

/** Texts as rows hold them. */
final class Texts {

    private Texts() {}

    /** As many whole lines as there is room for, and a sign where there were more. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = text.lastIndexOf('\n', most);
        return text.substring(0, end > 0 ? end : most) + "\n…";
    }
}
