package io.opslore.ingest.extract;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The block of settings above a Markdown text.
 *
 * @param lines how many lines it has, its marks included; 0 if there is none
 */
record FrontMatter(int lines, Optional<String> title) {

    private static final int LONGEST = 200;
    private static final Pattern TITLE =
            Pattern.compile("title\\s*[:=]\\s*(\"?)(.+?)\\1\\s*", Pattern.CASE_INSENSITIVE);

    static FrontMatter of(List<String> lines) {
        String mark = lines.getFirst().stripTrailing();
        if (mark.equals("---") || mark.equals("+++")) {
            for (int i = 1; i < Math.min(lines.size(), LONGEST); i++) {
                if (lines.get(i).stripTrailing().equals(mark)) {
                    return new FrontMatter(i + 1, title(lines.subList(1, i)));
                }
            }
        }
        return new FrontMatter(0, Optional.empty());
    }

    /** The text with blank lines in place of the front matter. */
    String without(List<String> text) {
        return "\n".repeat(lines) + String.join("\n", text.subList(lines, text.size()));
    }

    private static Optional<String> title(List<String> settings) {
        return settings.stream()
                .map(TITLE::matcher)
                .filter(Matcher::matches)
                .map(found -> unquoted(found.group(2)))
                .filter(title -> !title.isBlank())
                .findFirst();
    }

    private static String unquoted(String title) {
        boolean quoted = title.length() > 1 && title.startsWith("'") && title.endsWith("'");
        return quoted ? title.substring(1, title.length() - 1) : title;
    }
}
