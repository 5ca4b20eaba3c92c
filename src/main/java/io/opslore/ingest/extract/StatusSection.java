package io.opslore.ingest.extract;

import io.opslore.library.Block;
import io.opslore.library.RevisionText;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds where a decision record states its status: under a heading of that name, in a list or table
 * above the first section, or in the heading itself.
 */
final class StatusSection {

    private static final int HEAD_LINES = 40;
    private static final int SECTION_LINES = 40;
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern HEADING =
            Pattern.compile(
                    "(?:\\d+[.)]?\\s*)?(?:status|state|статус|состояние)\\s*[:.—-]?\\s*(.*)",
                    FLAGS);
    private static final Pattern LINE =
            Pattern.compile(
                    "[\\s>*_|+-]*(?:status|state|статус|состояние)[\\s*_]*(?:::?|\\|)[\\s*_]*(.*)",
                    FLAGS);
    private static final Pattern REPLACEMENT =
            Pattern.compile("[\\s>*_|+-]*(?:supers|superc|replace|obsolete|замен).*", FLAGS);

    private StatusSection() {}

    static Statement of(RevisionText text) {
        List<String> lines = text.lines();
        for (Block block : text.blocks()) {
            Matcher heading = HEADING.matcher(block.label());
            if (block.kind() == Block.Kind.HEADING && heading.matches()) {
                return section(text, lines, block).and(Statement.of(heading.group(1)));
            }
        }
        return head(text, lines);
    }

    private static Statement section(RevisionText text, List<String> lines, Block heading) {
        int from = heading.lines().last();
        int to =
                text.blocks().stream()
                        .filter(block -> block.kind() == Block.Kind.HEADING)
                        .mapToInt(block -> block.lines().first() - 1)
                        .filter(line -> line >= from)
                        .findFirst()
                        .orElse(lines.size());
        return lines.subList(from, Math.min(to, from + SECTION_LINES)).stream()
                .map(Statement::of)
                .reduce(Statement.NONE, Statement::and);
    }

    private static Statement head(RevisionText text, List<String> lines) {
        int end =
                text.blocks().stream()
                        .filter(block -> block.kind() == Block.Kind.HEADING && block.level() > 1)
                        .mapToInt(block -> block.lines().first() - 1)
                        .findFirst()
                        .orElse(lines.size());
        return lines.subList(0, Math.min(end, HEAD_LINES)).stream()
                .map(StatusSection::line)
                .reduce(Statement.NONE, Statement::and);
    }

    private static Statement line(String line) {
        Matcher status = LINE.matcher(line);
        if (status.matches()) {
            return Statement.of(status.group(1));
        }
        return REPLACEMENT.matcher(line).matches() ? Statement.of(line) : Statement.NONE;
    }
}
