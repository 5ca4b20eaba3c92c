package io.opslore.ingest.extract;

import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.MutableDataSet;
import io.opslore.kit.MarkdownBounds;
import io.opslore.library.Block;
import io.opslore.library.LineRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The structure of Markdown, from flexmark's tree. */
final class MarkdownOutline {

    private static final Parser PARSER =
            Parser.builder(
                            new MutableDataSet()
                                    .set(Parser.EXTENSIONS, List.of(TablesExtension.create()))
                                    .set(TablesExtension.MIN_SEPARATOR_DASHES, 1))
                    .build();

    private final LineIndex index;
    private final List<String> lines;
    private final List<Block> blocks = new ArrayList<>();

    private MarkdownOutline(List<String> lines, String text) {
        this.lines = lines;
        index = new LineIndex(text);
    }

    static Outline outline(List<String> lines) {
        FrontMatter frontMatter = FrontMatter.of(lines);
        // Blanked out, because Markdown would read it as a rule and a heading.
        String text = frontMatter.without(lines);
        if (!MarkdownBounds.hold(text)) {
            return Paragraphs.outline(lines);
        }
        var outline = new MarkdownOutline(lines, text);
        outline.blocks.addAll(
                Paragraphs.blocks(lines, 0, frontMatter.lines(), Block.Kind.PARAGRAPH));
        for (Node node : PARSER.parse(text).getChildren()) {
            outline.add(node);
        }
        return new Outline(
                frontMatter.title().or(outline::firstHeading).orElse(""), outline.blocks);
    }

    private Optional<String> firstHeading() {
        return blocks.stream()
                .filter(block -> block.kind() == Block.Kind.HEADING && block.level() == 1)
                .map(Block::label)
                .filter(label -> !label.isBlank())
                .findFirst();
    }

    private void add(Node node) {
        LineRange range = range(node);
        switch (node) {
            case Heading heading ->
                    blocks.add(
                            new Block(
                                    Block.Kind.HEADING,
                                    range,
                                    heading.getLevel(),
                                    Inline.plain(heading.getText().unescape())));
            case FencedCodeBlock code -> blocks.add(block(Block.Kind.CODE, range));
            case IndentedCodeBlock code -> blocks.add(block(Block.Kind.CODE, range));
            case TableBlock table -> blocks.add(block(Block.Kind.TABLE, range));
            case BulletList list -> addAround(list, Block.Kind.LIST, range);
            case OrderedList list -> addAround(list, Block.Kind.LIST, range);
            default -> addAround(node, Block.Kind.PARAGRAPH, range);
        }
    }

    /** A list or quotation, except that code and tables inside it are blocks of their own. */
    private void addAround(Node node, Block.Kind kind, LineRange range) {
        List<Block> inside = new ArrayList<>();
        collectWhole(node, inside);
        int next = range.first();
        for (Block whole : inside) {
            addText(kind, next, whole.lines().first() - 1);
            if (whole.lines().first() >= next) {
                blocks.add(whole);
                next = whole.lines().last() + 1;
            }
        }
        addText(kind, next, range.last());
    }

    private void collectWhole(Node node, List<Block> found) {
        for (Node child : node.getChildren()) {
            switch (child) {
                case FencedCodeBlock code -> found.add(block(Block.Kind.CODE, range(code)));
                case IndentedCodeBlock code -> found.add(block(Block.Kind.CODE, range(code)));
                case TableBlock table -> found.add(block(Block.Kind.TABLE, range(table)));
                default -> collectWhole(child, found);
            }
        }
    }

    private void addText(Block.Kind kind, int first, int last) {
        int from = first;
        int to = last;
        while (from <= to && lines.get(from - 1).isBlank()) {
            from++;
        }
        while (from <= to && lines.get(to - 1).isBlank()) {
            to--;
        }
        if (from <= to) {
            blocks.add(Block.of(kind, from, to));
        }
    }

    private static Block block(Block.Kind kind, LineRange range) {
        return new Block(kind, range, 0, "");
    }

    private LineRange range(Node node) {
        int first = index.lineAt(node.getStartOffset());
        int last = Math.max(first, index.lineAt(Math.max(0, node.getEndOffset() - 1)));
        while (last > first && lines.get(last - 1).isBlank()) {
            last--;
        }
        return new LineRange(first, last);
    }
}
