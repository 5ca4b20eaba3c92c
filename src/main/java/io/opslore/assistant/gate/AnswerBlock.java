package io.opslore.assistant.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of an answer's Markdown, without what marks it as such: a paragraph, a list item, a
 * heading, a row, or fenced code.
 */
record AnswerBlock(Kind kind, String text) {

    private static final Pattern HEADING = Pattern.compile("[\\s>]*#{1,6}\\s+(.*)");
    private static final Pattern ITEM =
            Pattern.compile(
                    "[\\s>]*(?:[-*+•]|\\d+[.)])\\s+(?:\\[[ xX]\\]\\s+)?(.*)", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("[\\s>]*\\|.*");
    private static final Pattern RULE = Pattern.compile("[\\s>|:=*_-]*");
    private static final Pattern QUOTE = Pattern.compile("[\\s>]*");

    enum Kind {
        PARAGRAPH,
        ITEM,
        HEADING,
        ROW,
        CODE;

        /** Whether it belongs to what stands above it. */
        boolean leansBack() {
            return this == ITEM || this == ROW || this == CODE;
        }
    }

    static List<AnswerBlock> of(String markdown) {
        var blocks = new ArrayList<AnswerBlock>();
        int from = 0;
        for (MarkdownParts.Part part : MarkdownParts.of(markdown).parts()) {
            if (part.kind() == MarkdownParts.Kind.FENCE) {
                prose(markdown.substring(from, part.start()), blocks);
                blocks.add(
                        new AnswerBlock(Kind.CODE, markdown.substring(part.start(), part.end())));
                from = part.end();
            }
        }
        prose(markdown.substring(from), blocks);
        return blocks;
    }

    private static void prose(String text, List<AnswerBlock> blocks) {
        var open = new StringBuilder();
        Kind kind = Kind.PARAGRAPH;
        for (String line : text.split("\n", -1)) {
            Kind starts = starting(line);
            if (RULE.matcher(line).matches() || starts != Kind.PARAGRAPH) {
                close(kind, open, blocks);
                kind = starts;
            }
            if (!RULE.matcher(line).matches()) {
                open.append(open.isEmpty() ? "" : "\n").append(line);
            }
            if (kind == Kind.HEADING || kind == Kind.ROW) {
                close(kind, open, blocks);
                kind = Kind.PARAGRAPH;
            }
        }
        close(kind, open, blocks);
    }

    private static Kind starting(String line) {
        if (HEADING.matcher(line).matches()) {
            return Kind.HEADING;
        }
        if (ITEM.matcher(line).matches()) {
            return Kind.ITEM;
        }
        return ROW.matcher(line).matches() ? Kind.ROW : Kind.PARAGRAPH;
    }

    private static void close(Kind kind, StringBuilder open, List<AnswerBlock> blocks) {
        if (!open.isEmpty()) {
            blocks.add(new AnswerBlock(kind, bare(kind, open.toString())));
            open.setLength(0);
        }
    }

    private static String bare(Kind kind, String text) {
        Pattern prefix =
                switch (kind) {
                    case HEADING -> HEADING;
                    case ITEM -> ITEM;
                    case PARAGRAPH, ROW, CODE -> null;
                };
        Matcher marked = prefix == null ? null : prefix.matcher(text);
        if (marked != null && marked.matches()) {
            return marked.group(1);
        }
        return QUOTE.matcher(text).lookingAt() && kind == Kind.PARAGRAPH
                ? text.replaceFirst("^[\\s>]+", "")
                : text;
    }
}
