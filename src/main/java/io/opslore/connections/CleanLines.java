package io.opslore.connections;

import io.opslore.guard.MaskScope;
import io.opslore.guard.Masking;
import java.util.List;

/** Lines of a log without their secrets. */
public final class CleanLines {

    private static final int LONGEST = 1_000;

    private CleanLines() {}

    /**
     * Lines that one program wrote one after another, looked at as one text, for a key may span
     * many of them; each cut only when it is clean, for half a secret looks like none.
     *
     * @return as many, none longer than 1,000 characters and a sign
     */
    public static List<String> of(List<String> lines, Masking masking, MaskScope scope) {
        String text = String.join("\n", lines.stream().map(CleanLines::flat).toList());
        return lines.isEmpty()
                ? List.of()
                : List.of(masking.mask(text, scope).text().split("\n", -1)).stream()
                        .map(CleanLines::cut)
                        .toList();
    }

    private static String flat(String line) {
        return line.replace('\n', ' ').replace('\r', ' ');
    }

    private static String cut(String line) {
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
