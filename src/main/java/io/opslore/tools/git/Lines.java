package io.opslore.tools.git;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lines as rows hold them. */
final class Lines {

    private static final int LONGEST = 1_000;

    private Lines() {}

    /** Each with its number before it. */
    static String numbered(List<String> lines, int first) {
        return IntStream.range(0, lines.size())
                .mapToObj(at -> first + at + "| " + cut(lines.get(at)))
                .collect(Collectors.joining("\n"));
    }

    /** As much of a line as is told. */
    static String cut(String line) {
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
