package io.opslore.assistant.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells a Markdown text's code (fenced blocks and spans) from its prose, in order and without gaps.
 *
 * @param openSpan where a code span begins whose end has not come yet, though it still may; else -1
 */
record MarkdownParts(List<Part> parts, int openSpan) {

    private static final Pattern FENCE =
            Pattern.compile("[\\s>]*(?:(?:[-*+]|\\d+[.)])\\s+)?(`{3,}(?=[^`]*$)|~{3,}).*");
    private static final Pattern TICKS = Pattern.compile("(?<!\\\\)`+");

    enum Kind {
        PROSE,
        SPAN,
        FENCE
    }

    /** One stretch of the text. */
    record Part(Kind kind, int start, int end) {

        boolean isProse() {
            return kind == Kind.PROSE;
        }
    }

    static MarkdownParts of(String markdown) {
        return new Scan(markdown).scan();
    }

    private static final class Scan {

        private final String text;
        private final List<Part> parts = new ArrayList<>();
        private int proseFrom;
        private int openSpan = -1;

        Scan(String text) {
            this.text = text;
        }

        MarkdownParts scan() {
            int line = 0;
            while (line < text.length()) {
                Matcher fence = FENCE.matcher(text.substring(line, endOf(line)));
                if (fence.matches()) {
                    prose(line);
                    int end = endOfFence(next(line), fence.group(1));
                    parts.add(new Part(Kind.FENCE, line, end));
                    proseFrom = end;
                    line = end;
                } else {
                    if (text.substring(line, endOf(line)).isBlank()) {
                        prose(next(line));
                    }
                    line = next(line);
                }
            }
            // Only the last paragraph can still get the end of its code span.
            boolean open = proseFrom < text.length();
            int unmatched = prose(text.length());
            openSpan = open ? unmatched : -1;
            return new MarkdownParts(List.copyOf(parts), openSpan);
        }

        /** Takes one paragraph; returns where a span begins that does not end, or -1. */
        private int prose(int end) {
            int unmatched = -1;
            int from = proseFrom;
            Matcher open = TICKS.matcher(text).region(from, end).useTransparentBounds(true);
            int search = from;
            while (search < end && open.region(search, end).find()) {
                int close = close(open.group().length(), open.end(), end);
                if (close < 0) {
                    unmatched = unmatched < 0 ? open.start() : unmatched;
                    search = open.end();
                } else {
                    add(Kind.PROSE, from, open.start());
                    add(Kind.SPAN, open.start(), close);
                    from = close;
                    search = close;
                }
            }
            add(Kind.PROSE, from, end);
            proseFrom = end;
            return unmatched;
        }

        private int close(int length, int from, int end) {
            Matcher ticks = Pattern.compile("`+").matcher(text).region(from, end);
            while (ticks.find()) {
                if (ticks.group().length() == length) {
                    return ticks.end();
                }
            }
            return -1;
        }

        private int endOfFence(int from, String opening) {
            Pattern closing =
                    Pattern.compile(
                            "[\\s>]*"
                                    + Pattern.quote(opening.substring(0, 1))
                                    + "{"
                                    + opening.length()
                                    + ",}\\s*");
            int line = from;
            while (line < text.length()) {
                if (closing.matcher(text.substring(line, endOf(line))).matches()) {
                    return next(line);
                }
                line = next(line);
            }
            return text.length();
        }

        private void add(Kind kind, int start, int end) {
            if (start < end) {
                parts.add(new Part(kind, start, end));
            }
        }

        private int endOf(int line) {
            int end = text.indexOf('\n', line);
            return end < 0 ? text.length() : end;
        }

        private int next(int line) {
            return Math.min(endOf(line) + 1, text.length());
        }
    }
}
