package io.opslore.ingest.tika;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Writes XHTML as Markdown: headings, lists, tables, code; no scripts, styles, images. */
final class MarkdownText extends DefaultHandler {

    private static final Set<String> DROPPED =
            Set.of("head", "script", "style", "template", "svg", "noscript", "iframe", "object");
    private static final Set<String> BLOCKS =
            Set.of(
                    "p",
                    "div",
                    "section",
                    "article",
                    "main",
                    "header",
                    "footer",
                    "nav",
                    "aside",
                    "blockquote",
                    "dl",
                    "dt",
                    "dd",
                    "figure",
                    "form",
                    "address",
                    "details",
                    "summary",
                    "hr",
                    "fieldset",
                    "figcaption");

    private final Output output;
    private final Deque<ListLevel> lists = new ArrayDeque<>();
    private final StringBuilder line = new StringBuilder();
    private final TableText tables = new TableText();
    private String prefix = "";
    private int dropped;
    private int preformatted;

    MarkdownText(int limit) {
        output = new Output(limit);
    }

    Output output() {
        return output;
    }

    @Override
    public void startElement(String uri, String name, String qName, Attributes attributes)
            throws SAXException {
        if (dropped > 0 || DROPPED.contains(name)) {
            dropped += DROPPED.contains(name) ? 1 : 0;
        } else if (tables.isOpen() || name.equals("table")) {
            startInTable(name);
        } else {
            startBlock(name);
        }
    }

    private void startInTable(String name) throws SAXException {
        if (!tables.isOpen()) {
            endBlock();
        }
        tables.start(name);
    }

    private void startBlock(String name) throws SAXException {
        switch (name) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                endBlock();
                prefix = "#".repeat(name.charAt(1) - '0') + " ";
            }
            case "ul", "ol" -> {
                endLine();
                lists.push(new ListLevel(name.equals("ol")));
            }
            case "li" -> {
                endLine();
                prefix = lists.isEmpty() ? "- " : lists.peek().mark();
            }
            case "pre" -> {
                endBlock();
                preformatted++;
            }
            case "code" -> line.append(preformatted > 0 ? "" : "`");
            case "br" -> breakLine();
            default -> {
                if (BLOCKS.contains(name)) {
                    endBlock();
                }
            }
        }
    }

    @Override
    public void endElement(String uri, String name, String qName) throws SAXException {
        if (dropped > 0) {
            dropped -= DROPPED.contains(name) ? 1 : 0;
        } else if (tables.isOpen()) {
            tables.end(name);
            if (!tables.isOpen()) {
                writeBlock(tables.take());
            }
        } else {
            endOfBlock(name);
        }
    }

    private void endOfBlock(String name) throws SAXException {
        switch (name) {
            case "ul", "ol" -> {
                endLine();
                lists.poll();
            }
            case "pre" -> {
                preformatted = Math.max(0, preformatted - 1);
                String code = line.toString().replaceAll("\\A\\s*\n|\\s+\\z", "");
                line.setLength(0);
                writeBlock(code.isBlank() ? "" : "```\n" + code + "\n```");
            }
            case "code" -> line.append(preformatted > 0 ? "" : "`");
            case "body", "html" -> endBlock();
            default -> {
                if (BLOCKS.contains(name) || name.equals("li") || name.matches("h[1-6]")) {
                    endBlock();
                }
            }
        }
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        if (dropped > 0) {
            return;
        }
        String more = new String(text, start, length);
        if (tables.isOpen()) {
            tables.text(more);
        } else {
            line.append(more);
        }
        requireRoom();
    }

    @Override
    public void ignorableWhitespace(char[] text, int start, int length) throws SAXException {
        characters(text, start, length);
    }

    private void requireRoom() throws SAXException {
        // What is gathered counts as written, so that one endless paragraph ends as well.
        output.requireRoom(line.length() + tables.length());
    }

    private void breakLine() throws SAXException {
        if (preformatted > 0) {
            line.append('\n');
        } else {
            endLine();
        }
    }

    private void endBlock() throws SAXException {
        boolean list = !lists.isEmpty();
        endLine();
        if (!list) {
            output.blankLine();
        }
    }

    private void endLine() throws SAXException {
        if (preformatted > 0) {
            return;
        }
        String text = line.toString().replaceAll("[\\s\u00A0]+", " ").strip();
        line.setLength(0);
        if (!text.isEmpty() && !text.equals("``")) {
            output.newLine();
            output.append(indent() + prefix + text);
            output.newLine();
            prefix = "";
        }
    }

    /** The text of a further paragraph of a list item stands below that of the first. */
    private String indent() {
        int depth = prefix.isEmpty() ? lists.size() : Math.max(0, lists.size() - 1);
        return "  ".repeat(Math.min(depth, 10));
    }

    private void writeBlock(String block) throws SAXException {
        if (!block.isBlank()) {
            output.blankLine();
            output.append(block);
            output.blankLine();
        }
    }

    /** A list that is being written. */
    private static final class ListLevel {

        private final boolean ordered;
        private int items;

        private ListLevel(boolean ordered) {
            this.ordered = ordered;
        }

        private String mark() {
            items++;
            return ordered ? items + ". " : "- ";
        }
    }
}
