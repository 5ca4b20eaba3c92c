package io.opslore.assistant;

import io.opslore.assistant.gate.Markers;
import io.opslore.library.Block;
import io.opslore.library.Format;
import io.opslore.library.LineRange;
import io.opslore.library.RevisionText;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes lines of a revision as a Markdown quote that ends with its marker. */
final class QuoteMarkdown {

    private static final Pattern FENCE = Pattern.compile("(?m)^\\s*(?:```|~~~)");
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>#|~&]");
    private static final Pattern LIST_MARK = Pattern.compile("^(\\s*\\d*)([-+.)])(?=\\s)");

    private QuoteMarkdown() {}

    static String of(RevisionText text, LineRange lines, Block.Kind kind, int marker) {
        String quote = text.quote(lines);
        if (isCode(text.format(), kind) || isCutFence(quote)) {
            return quoted(fenced(withoutFences(quote), text.syntax())) + ownLine(marker);
        }
        if (text.format() == Format.MARKDOWN || text.format() == Format.CONVERTED) {
            String neutral = Markers.neutralised(quote);
            return endsInBlock(quote)
                    ? quoted(neutral) + ownLine(marker)
                    : quoted(neutral) + " [" + marker + "]";
        }
        return quoted(escaped(quote)) + " [" + marker + "]";
    }

    private static boolean isCode(Format format, Block.Kind kind) {
        return switch (format) {
            case YAML, JSON, CODE, LOG -> true;
            case MARKDOWN, CONVERTED, IMAGE -> false;
            case ASCIIDOC, TEXT, PAGES -> kind != Block.Kind.PARAGRAPH && kind != Block.Kind.LIST;
        };
    }

    /** A window into a long code block holds only one of its fences, or none. */
    private static boolean isCutFence(String quote) {
        return FENCE.matcher(quote).results().count() % 2 == 1;
    }

    private static boolean endsInBlock(String quote) {
        String last = quote.substring(quote.lastIndexOf('\n') + 1);
        return FENCE.matcher(last).find() || last.strip().startsWith("|");
    }

    private static String withoutFences(String quote) {
        return quote.lines()
                .filter(line -> !FENCE.matcher(line).find())
                .collect(Collectors.joining("\n"));
    }

    private static String fenced(String code, String syntax) {
        String fence = code.contains("```") ? "~~~~~~" : "```";
        return fence + syntax + "\n" + code + "\n" + fence;
    }

    private static String quoted(String markdown) {
        return List.of(markdown.split("\n", -1)).stream()
                .map(line -> line.isBlank() ? ">" : "> " + line)
                .collect(Collectors.joining("\n"));
    }

    private static String ownLine(int marker) {
        return "\n>\n> [" + marker + "]";
    }

    private static String escaped(String prose) {
        return Markers.neutralised(prose)
                .lines()
                .map(line -> SPECIAL.matcher(line).replaceAll("\\\\$0"))
                .map(line -> LIST_MARK.matcher(line).replaceFirst("$1\\\\$2"))
                .collect(Collectors.joining("\n"));
    }
}
