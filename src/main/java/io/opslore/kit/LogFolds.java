package io.opslore.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds what may be folded in a log: the frames of stack traces, and lines that repeat the one
 * before them in all but numbers. What tells them apart, the first line of each, stays in sight.
 */
final class LogFolds {

    /** What a fold hides. */
    enum Kind {
        TRACE,
        SIMILAR
    }

    /** Lines, from 1, that are hidden until somebody asks for them. */
    record Fold(Kind kind, Lines lines) {}

    /** Hiding fewer saves nothing. */
    static final int FEWEST = 4;

    private static final Pattern FRAME =
            Pattern.compile("\\s+(?:at\\s|\\.{3} \\d|File \"|#\\d|[\\w.$/]+\\(.*\\)\\s*$).*");

    private LogFolds() {}

    /** In order; no two overlap. */
    static List<Fold> of(List<String> lines) {
        List<Fold> folds = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            int frames = frames(lines, at);
            int similar = frames > 0 ? 0 : similar(lines, at);
            if (frames >= FEWEST) {
                folds.add(new Fold(Kind.TRACE, new Lines(at + 1, at + frames)));
            } else if (similar >= FEWEST) {
                folds.add(new Fold(Kind.SIMILAR, new Lines(at + 2, at + 1 + similar)));
            }
            at += Math.max(1, Math.max(frames, similar + 1));
        }
        return folds;
    }

    private static int frames(List<String> lines, int from) {
        if (!FRAME.matcher(lines.get(from)).matches()) {
            return 0;
        }
        int to = from + 1;
        while (to < lines.size() && isIndented(lines.get(to))) {
            to++;
        }
        return to - from;
    }

    private static boolean isIndented(String line) {
        return !line.isBlank() && Character.isWhitespace(line.charAt(0));
    }

    /** How many lines after the given one say the same. */
    private static int similar(List<String> lines, int from) {
        String shape = shape(lines.get(from));
        int to = from + 1;
        while (!shape.isBlank() && to < lines.size() && shape(lines.get(to)).equals(shape)) {
            to++;
        }
        return to - from - 1;
    }

    /** A line with one sign for every word that has a digit in it: times, counts, identifiers. */
    private static String shape(String line) {
        StringBuilder shape = new StringBuilder(line.length());
        int word = 0;
        boolean digit = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                digit |= Character.isDigit(c);
                shape.append(c);
            } else {
                close(shape, word, digit);
                shape.append(c);
                word = shape.length();
                digit = false;
            }
        }
        close(shape, word, digit);
        return shape.toString();
    }

    private static void close(StringBuilder shape, int word, boolean digit) {
        if (digit) {
            shape.setLength(word);
            shape.append('#');
        }
    }
}
