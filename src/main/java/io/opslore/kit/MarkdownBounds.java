package io.opslore.kit;

/**
 * Whether a Markdown text is one that its parser is done with in good time. The parser goes over a
 * block again and again for what is opened and not closed, and over each line once for each level
 * that it is nested in; what people write stays far below the bounds. One pass, linear.
 */
public final class MarkdownBounds {

    private static final int DEEPEST = 400;
    private static final int LONGEST_BLOCK = 5_000;
    private static final long MOST_STEPS = 300_000_000;

    private int lines;
    private long chars;
    private long signs;

    private MarkdownBounds() {}

    public static boolean hold(String markdown) {
        var bounds = new MarkdownBounds();
        int start = 0;
        while (start < markdown.length()) {
            int end = markdown.indexOf('\n', start);
            end = end < 0 ? markdown.length() : end;
            if (!bounds.take(markdown, start, end)) {
                return false;
            }
            start = end + 1;
        }
        return true;
    }

    private boolean take(String text, int start, int end) {
        int indent = start;
        while (indent < end && isMargin(text.charAt(indent))) {
            indent++;
        }
        if (indent == end) {
            lines = 0;
            chars = 0;
            signs = 0;
            return end - start <= DEEPEST;
        }
        lines++;
        chars += end - start;
        for (int i = indent; i < end; i++) {
            signs += isSign(text.charAt(i)) ? 1 : 0;
        }
        return indent - start <= DEEPEST && lines <= LONGEST_BLOCK && signs * chars <= MOST_STEPS;
    }

    /** What nests: quotes, lists of any kind, and the room in front of them. */
    private static boolean isMargin(char c) {
        return c == ' '
                || c == '\t'
                || c == '>'
                || c == '-'
                || c == '+'
                || c == '*'
                || c == '.'
                || c == ')'
                || Character.isDigit(c);
    }

    /** What may open something that is sought the end of. */
    private static boolean isSign(char c) {
        return c == '[' || c == '`' || c == '<' || c == '*' || c == '_' || c == '~' || c == '&';
    }
}
