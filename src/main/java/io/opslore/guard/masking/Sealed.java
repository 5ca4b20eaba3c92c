package io.opslore.guard.masking;

import java.util.List;

/** Where a text holds what only a cluster can read: the values of SealedSecrets. */
final class Sealed {

    private static final String BEGIN = "encryptedData:";

    private Sealed() {}

    /** The findings that stand elsewhere. */
    static List<Finding> without(Source source, List<Finding> findings) {
        String text = source.text();
        List<Finding> left = findings;
        for (int at = text.indexOf(BEGIN); at >= 0; at = text.indexOf(BEGIN, at + 1)) {
            int from = at;
            int to = end(source, at);
            left =
                    left.stream()
                            .filter(finding -> finding.start() < from || finding.start() >= to)
                            .toList();
        }
        return left;
    }

    /** Of the lines that are indented more. */
    private static int end(Source source, int at) {
        String text = source.text();
        int indent = Blocks.indent(text, source.lineStart(at));
        int line = source.below(at);
        while (line < text.length()) {
            boolean blank = text.substring(line, source.lineEnd(line)).isBlank();
            if (!blank && Blocks.indent(text, line) <= indent) {
                return line;
            }
            line = source.below(line);
        }
        return text.length();
    }
}
