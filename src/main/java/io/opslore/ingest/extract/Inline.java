package io.opslore.ingest.extract;

import java.util.regex.Pattern;

/** Takes the marks out of a line of Markdown, for titles and headings. */
final class Inline {

    private static final Pattern IMAGE = Pattern.compile("!\\[([^\\]]*)\\]\\([^)]*\\)");
    private static final Pattern LINK =
            Pattern.compile("\\[([^\\]]*)\\](?:\\([^)]*\\)|\\[[^\\]]*\\])");
    private static final Pattern ANCHOR = Pattern.compile("\\s*\\{#[^}]*\\}\\s*$");
    private static final Pattern MARKS = Pattern.compile("\\*\\*|__|`|(?<!\\w)[*_]|[*_](?!\\w)");

    private Inline() {}

    static String plain(String markdown) {
        String text = ANCHOR.matcher(markdown).replaceAll("");
        text = LINK.matcher(IMAGE.matcher(text).replaceAll("$1")).replaceAll("$1");
        return MARKS.matcher(text).replaceAll("").strip();
    }
}
