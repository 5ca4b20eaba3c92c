package io.opslore.ingest.extract;

import io.opslore.library.Block;
import io.opslore.library.LineRange;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a log into windows of ten minutes, and long ones after some lines, always before an entry
 * and never inside a stack trace.
 */
final class LogOutline {

    private static final int LINES = 60;
    private static final int MOST_LINES = 200;

    /** Up to the tens of minutes, so that equal starts mean the same window. */
    private static final Pattern TIME =
            Pattern.compile(
                    "^[\\[\"{<(]?.{0,40}?("
                            + "\\d{4}[-/]\\d\\d[-/]\\d\\d[T ]\\d\\d:\\d"
                            + "|\\d\\d/[A-Z][a-z]{2}/\\d{4}:\\d\\d:\\d"
                            + "|\\b[A-Z][a-z]{2} [ 0-3]\\d \\d\\d:\\d"
                            + "|\\b[IWEF]\\d{4} \\d\\d:\\d"
                            + ")\\d:\\d\\d");

    private LogOutline() {}

    static Outline outline(List<String> lines) {
        List<Block> blocks = new ArrayList<>();
        int start = -1;
        int last = -1;
        String window = "";
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            String time = time(lines.get(i));
            if (start >= 0 && endsBefore(i - start, time, window)) {
                blocks.add(block(start, last, window));
                start = -1;
            }
            if (start < 0) {
                start = i;
                window = time == null ? "" : time;
            }
            last = i;
        }
        if (start >= 0) {
            blocks.add(block(start, last, window));
        }
        return Outline.untitled(blocks);
    }

    /** The start of a line's time stamp, up to the tens of minutes; null where it has none. */
    static @Nullable String time(String line) {
        Matcher found = TIME.matcher(line.length() > 100 ? line.substring(0, 100) : line);
        return found.find() ? found.group(1) : null;
    }

    private static boolean endsBefore(int lines, @Nullable String time, String window) {
        if (time == null) {
            return lines >= (window.isEmpty() ? LINES : MOST_LINES);
        }
        return lines >= LINES || !time.equals(window);
    }

    private static Block block(int start, int last, String window) {
        String label = window.isEmpty() ? "" : window + "0";
        return new Block(Block.Kind.LOG, new LineRange(start + 1, last + 1), 0, label);
    }
}
