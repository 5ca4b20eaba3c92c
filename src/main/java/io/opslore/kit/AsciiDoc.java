package io.opslore.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes AsciiDoc as Markdown, line for line, so that one renderer and one sanitiser serve both and
 * line numbers still hold. Knows the structure that runbooks use: headings, lists, listings,
 * admonitions, tables and links; what it does not know stays readable text. One for each text.
 */
public final class AsciiDoc {

    private static final Pattern HEADING = Pattern.compile("(={1,6})\\s+(.+)");
    private static final Pattern ATTRIBUTE = Pattern.compile(":!?[\\w-]+!?:.*");
    private static final Pattern STYLE = Pattern.compile("\\[(?!\\[)([^\\]]*)]\\s*");
    private static final Pattern ANCHOR = Pattern.compile("\\[\\[[^\\]]*]]\\s*");
    private static final Pattern TITLE = Pattern.compile("\\.([^\\s.].*)");
    private static final Pattern ITEM = Pattern.compile("\\s*(\\*{1,5}|\\.{1,5}|-)\\s+(.*)");
    private static final Pattern TERM = Pattern.compile("(\\S.*?)::(?:\\s+(.*))?");
    private static final Pattern ADMONITION =
            Pattern.compile("(NOTE|TIP|IMPORTANT|WARNING|CAUTION):\\s+(.*)");
    private static final Set<String> ADMONITIONS =
            Set.of("NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION");
    private static final Pattern LISTING = Pattern.compile("(-{4,}|\\.{4,}|`{3,}.*|\\+{4,}|/{4,})");
    private static final Pattern BOX = Pattern.compile("={4,}|\\*{4,}|_{4,}|--");

    private final List<String> written = new ArrayList<>();
    private final AsciiDocTable table = new AsciiDocTable();
    private String style = "";
    private String listingEnd = "";
    private boolean hidden;
    private String boxEnd = "";
    private final AsciiDocReferences references;

    private AsciiDoc(String text) {
        references = new AsciiDocReferences(text);
    }

    /** As many lines as the AsciiDoc has. */
    public static String toMarkdown(String text) {
        AsciiDoc document = new AsciiDoc(text);
        for (String line : text.split("\n", -1)) {
            document.line(line.stripTrailing());
        }
        document.table.end(document.written);
        return String.join("\n", document.written);
    }

    private void line(String line) {
        if (!listingEnd.isEmpty()) {
            listing(line);
        } else if (table.isOpen() || line.equals("|===")) {
            table.line(line.equals("|===") ? line : words(line), written);
        } else if (LISTING.matcher(line).matches()) {
            openListing(line);
        } else if (BOX.matcher(line).matches()) {
            box(line);
        } else {
            write(prose(line));
        }
    }

    private void openListing(String line) {
        hidden = line.startsWith("////");
        listingEnd = line.startsWith("```") ? "```" : line;
        String language = line.startsWith("```") ? line.substring(3).strip() : language();
        style = "";
        write(hidden ? "" : "~~~~~~ " + language);
    }

    private void listing(String line) {
        boolean end = line.equals(listingEnd);
        write(hidden ? "" : end ? "~~~~~~" : line);
        if (end) {
            listingEnd = "";
        }
    }

    /** {@code [source,yaml]} names the language second. */
    private String language() {
        String[] parts = style.split(",");
        return parts.length > 1 && parts[0].strip().startsWith("source") ? parts[1].strip() : "";
    }

    private void box(String line) {
        if (boxEnd.isEmpty()) {
            boolean note = ADMONITIONS.contains(style.strip());
            written.add(note ? "> [!" + style.strip() + "]" : ">");
            boxEnd = line;
        } else {
            boxEnd = "";
            written.add("");
        }
        style = "";
    }

    private String prose(String line) {
        if (line.startsWith("//") || ATTRIBUTE.matcher(line).matches() || line.equals("+")) {
            return "";
        }
        if (ANCHOR.matcher(line).matches()) {
            return "";
        }
        Matcher styled = STYLE.matcher(line);
        if (styled.matches()) {
            style = styled.group(1);
            return "";
        }
        return block(line);
    }

    private String block(String line) {
        Matcher heading = HEADING.matcher(line);
        if (heading.matches()) {
            return "#".repeat(heading.group(1).length()) + " " + words(heading.group(2));
        }
        Matcher note = ADMONITION.matcher(line);
        if (note.matches()) {
            return "> [!" + note.group(1) + "] " + words(note.group(2));
        }
        Matcher item = ITEM.matcher(line);
        if (item.matches()) {
            return item(item.group(1)) + words(item.group(2));
        }
        Matcher title = TITLE.matcher(line);
        if (title.matches()) {
            return "**" + words(title.group(1)) + "**";
        }
        Matcher term = TERM.matcher(line);
        if (term.matches() && !line.contains("://")) {
            return "- **"
                    + words(term.group(1))
                    + "** "
                    + words(term.group(2) == null ? "" : term.group(2));
        }
        return words(line);
    }

    private static String item(String bullet) {
        String indent = "   ".repeat(bullet.length() - 1);
        return indent + (bullet.startsWith(".") ? "1. " : "-  ");
    }

    private String words(String text) {
        return AsciiDocWords.toMarkdown(references.linked(text));
    }

    private void write(String line) {
        boolean quoted = !boxEnd.isEmpty();
        written.add(quoted ? ("> " + line).stripTrailing() : line);
    }
}
