package io.opslore.ingest.extract;

import io.opslore.library.Block;
import io.opslore.library.LineRange;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The structure of AsciiDoc by its lines: headings, delimited blocks, tables, lists, paragraphs.
 * Nothing is included, evaluated or substituted.
 */
final class AsciiDocOutline {

    private static final Pattern HEADING = Pattern.compile("(={1,6}|#{1,6})\\s+(\\S.*)");
    private static final Pattern DELIMITER =
            Pattern.compile("(-{4,}|\\.{4,}|={4,}|\\*{4,}|_{4,}|\\+{4,}|/{4,}|--|```.*|[|,:!]===)");
    private static final Pattern LIST =
            Pattern.compile("\\s*([*-]+|\\.+|\\d+\\.|<\\d+>|<\\.>)\\s+\\S.*|\\S.*::(\\s.*)?");
    private static final Pattern ATTRIBUTES = Pattern.compile("\\[.*\\]|\\.[^.\\s].*");
    private static final String UNDERLINES = "=-~^+";

    private final List<String> lines;
    private final List<Block> blocks = new ArrayList<>();
    private String title = "";
    private int at;

    private AsciiDocOutline(List<String> lines) {
        this.lines = lines;
    }

    static Outline outline(List<String> lines) {
        var outline = new AsciiDocOutline(lines);
        outline.read();
        return new Outline(outline.title, outline.blocks);
    }

    private void read() {
        while (at < lines.size()) {
            if (lines.get(at).isBlank()) {
                at++;
            } else if (!readHeading()) {
                readBlock();
            }
        }
    }

    private boolean readHeading() {
        Matcher heading = HEADING.matcher(lines.get(at));
        if (heading.matches()) {
            addHeading(heading.group(1).length(), heading.group(2).strip(), 1);
            return true;
        }
        int level = underlined();
        if (level > 0) {
            addHeading(level, lines.get(at).strip(), 2);
        }
        return level > 0;
    }

    /** The level of a heading with a line below it, or 0. */
    private int underlined() {
        String text = lines.get(at).strip();
        String below = at + 1 < lines.size() ? lines.get(at + 1).strip() : "";
        boolean sameLength = Math.abs(text.length() - below.length()) <= 1 && below.length() > 2;
        boolean line = sameLength && below.chars().distinct().count() == 1;
        boolean words = Character.isLetterOrDigit(text.charAt(0));
        return line && words ? UNDERLINES.indexOf(below.charAt(0)) + 1 : 0;
    }

    private void addHeading(int level, String text, int height) {
        blocks.add(new Block(Block.Kind.HEADING, new LineRange(at + 1, at + height), level, text));
        if (level == 1 && title.isEmpty()) {
            title = text;
        }
        at += height;
    }

    /** A block with the attribute lines above it. */
    private void readBlock() {
        int start = at;
        while (at < lines.size() && ATTRIBUTES.matcher(lines.get(at)).matches()) {
            at++;
        }
        if (at == lines.size()
                || lines.get(at).isBlank()
                || HEADING.matcher(lines.get(at)).matches()) {
            add(Block.Kind.PARAGRAPH, start);
            return;
        }
        String line = lines.get(at);
        if (DELIMITER.matcher(line.stripTrailing()).matches()) {
            readDelimited(start, line.stripTrailing());
        } else if (LIST.matcher(line).matches()) {
            readUntilBlank();
            add(Block.Kind.LIST, start);
        } else {
            boolean literal = Character.isWhitespace(line.charAt(0));
            readUntilBlank();
            add(literal ? Block.Kind.CODE : Block.Kind.PARAGRAPH, start);
        }
    }

    private void readDelimited(int start, String delimiter) {
        String end = delimiter.startsWith("```") ? "```" : delimiter;
        at++;
        while (at < lines.size() && !lines.get(at).stripTrailing().equals(end)) {
            at++;
        }
        at = Math.min(at + 1, lines.size());
        add(kind(delimiter), start);
    }

    private static Block.Kind kind(String delimiter) {
        if (delimiter.endsWith("===") && !delimiter.startsWith("=")) {
            return Block.Kind.TABLE;
        }
        return switch (delimiter.charAt(0)) {
            case '-', '.', '`', '+' ->
                    delimiter.equals("--") ? Block.Kind.PARAGRAPH : Block.Kind.CODE;
            default -> Block.Kind.PARAGRAPH;
        };
    }

    private void readUntilBlank() {
        do {
            at++;
        } while (at < lines.size()
                && !lines.get(at).isBlank()
                && !DELIMITER.matcher(lines.get(at).stripTrailing()).matches()
                && !HEADING.matcher(lines.get(at)).matches());
    }

    private void add(Block.Kind kind, int start) {
        int last = at;
        while (last > start + 1 && lines.get(last - 1).isBlank()) {
            last--;
        }
        blocks.add(Block.of(kind, start + 1, last));
    }
}
