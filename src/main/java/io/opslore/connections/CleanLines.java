package io.opslore.connections;

import io.opslore.guard.MaskScope;
import io.opslore.guard.Masking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Lines of a log without their secrets. */
public final class CleanLines {

    private static final int LONGEST = 1_000;
    private static final Pattern KEY_BEGINS = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY");
    private static final Pattern KEY_ENDS = Pattern.compile("-----END [A-Z ]*PRIVATE KEY");
    private static final Pattern PART_OF_KEY = Pattern.compile("[A-Za-z0-9+/]{20,}={0,2}\\s*$");
    private static final String BEGINNING = "-----BEGIN PRIVATE KEY-----";

    private CleanLines() {}

    /**
     * Lines that one program wrote one after another, looked at as one text, for a key may span
     * many of them; each cut only when it is clean, for half a secret looks like none.
     *
     * @param lines the oldest first
     * @return as many, none longer than 1,000 characters and a sign
     */
    public static List<String> of(List<String> lines, Masking masking, MaskScope scope) {
        if (lines.isEmpty()) {
            return List.of();
        }
        List<String> text = new ArrayList<>(lines.stream().map(CleanLines::flat).toList());
        int added = begunBefore(text);
        if (added >= 0) {
            text.add(added, BEGINNING);
        }
        List<String> clean =
                new ArrayList<>(
                        Arrays.asList(
                                masking.mask(String.join("\n", text), scope)
                                        .text()
                                        .split("\n", -1)));
        if (added >= 0) {
            clean.remove(added);
        }
        return clean.stream().map(CleanLines::cut).toList();
    }

    /** Where the rest of a key stands whose beginning is not among the lines; -1 for nowhere. */
    private static int begunBefore(List<String> lines) {
        for (int at = 0; at < lines.size(); at++) {
            if (KEY_BEGINS.matcher(lines.get(at)).find()) {
                return -1;
            }
            if (KEY_ENDS.matcher(lines.get(at)).find()) {
                int from = at;
                while (from > 0 && PART_OF_KEY.matcher(lines.get(from - 1)).find()) {
                    from--;
                }
                return from;
            }
        }
        return -1;
    }

    private static String flat(String line) {
        return line.replace('\n', ' ').replace('\r', ' ');
    }

    private static String cut(String line) {
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
