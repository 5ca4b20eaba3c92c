package io.opslore.kit;

import java.util.regex.Pattern;

/** Writes AsciiDoc's inline markup as Markdown. */
final class AsciiDocWords {

    private static final Pattern LINK = Pattern.compile("(?:link:|xref:)([^\\s\\[]+)\\[([^\\]]*)]");
    private static final Pattern ADDRESS =
            Pattern.compile("((?:https?://|mailto:)[^\\s\\[]+)\\[([^\\]]+)]");
    private static final Pattern REFERENCE = Pattern.compile("<<[^,>]*,\\s*([^>]*)>>");
    private static final Pattern BARE_REFERENCE = Pattern.compile("<<([^,>]*)>>");
    private static final Pattern IMAGE =
            Pattern.compile("image::?([^\\s\\[]+)\\[([^\\],]*)[^\\]]*]");
    private static final Pattern BOLD =
            Pattern.compile("(?<![\\w*])\\*(\\S(?:[^*]*\\S)?)\\*(?![\\w*])");
    private static final Pattern LITERAL = Pattern.compile("(?<!\\w)\\+([^+\\s][^+]*)\\+(?!\\w)");

    private AsciiDocWords() {}

    static String toMarkdown(String text) {
        String words = IMAGE.matcher(text).replaceAll("![$2]($1)");
        words = LINK.matcher(words).replaceAll("[$2]($1)");
        words = ADDRESS.matcher(words).replaceAll("[$2]($1)");
        words = REFERENCE.matcher(words).replaceAll("$1");
        words = BARE_REFERENCE.matcher(words).replaceAll("$1");
        words = LITERAL.matcher(words).replaceAll("`$1`");
        return BOLD.matcher(words).replaceAll("**$1**");
    }
}
