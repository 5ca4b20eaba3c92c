package io.opslore.connections.gitea;

import io.opslore.connections.gitea.JobLog.Line;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * The end of a log, kept while it is read, so that its length does not matter. Lines are chosen
 * from it as it may be seen: what is hidden cannot be found by asking for it.
 */
final class LogTail {

    private static final int LONGEST_LINE = 2_000;
    private static final int MOST_CHARACTERS = 1_000_000;

    private final Deque<String> kept = new ArrayDeque<>();
    private int characters;
    private int count;

    /** How many lines there were. */
    int count() {
        return count;
    }

    void read(InputStream in) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        var line = new StringBuilder();
        boolean open = false;
        for (int one = reader.read(); one >= 0; one = reader.read()) {
            if (one == '\n') {
                keep(line.toString());
                line.setLength(0);
                open = false;
            } else {
                open = true;
                if (line.length() < LONGEST_LINE) {
                    line.append((char) one);
                }
            }
        }
        if (open) {
            keep(line.toString());
        }
    }

    /**
     * @param sight what may be seen of a text, with as many lines
     * @param grep only lines that contain this, whatever the case
     * @param most the last of them
     */
    List<Line> lines(UnaryOperator<String> sight, String grep, int most) {
        String wanted = grep.toLowerCase(Locale.ROOT);
        String[] seen = sight.apply(String.join("\n", kept)).split("\n", -1);
        List<Line> lines = new ArrayList<>();
        for (int at = 0; at < Math.min(seen.length, kept.size()); at++) {
            if (seen[at].toLowerCase(Locale.ROOT).contains(wanted)) {
                lines.add(new Line(count - kept.size() + at + 1, seen[at]));
            }
        }
        return lines.subList(Math.max(0, lines.size() - most), lines.size());
    }

    private void keep(String line) {
        count++;
        String text = line.replace('\r', ' ').stripTrailing();
        kept.addLast(text);
        characters += text.length() + 1;
        while (characters > MOST_CHARACTERS) {
            characters -= kept.removeFirst().length() + 1;
        }
    }
}
