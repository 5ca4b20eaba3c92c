package io.opslore.kit;

import com.vladsch.flexmark.ext.autolink.AutolinkExtension;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.ext.yaml.front.matter.YamlFrontMatterBlock;
import com.vladsch.flexmark.ext.yaml.front.matter.YamlFrontMatterExtension;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.util.HtmlUtils;

/**
 * Turns Markdown into HTML that is safe to show whoever wrote it: raw HTML is shown as text, and
 * all that comes out passes an allow-list without forms, styles, scripts and media of anybody
 * else's. The same for answers, history and documents. Thread-safe.
 */
public final class MarkdownRenderer {

    private static final DataHolder SETTINGS =
            new MutableDataSet()
                    .set(
                            Parser.EXTENSIONS,
                            List.of(
                                    TablesExtension.create(),
                                    TaskListExtension.create(),
                                    StrikethroughExtension.create(),
                                    AutolinkExtension.create(),
                                    YamlFrontMatterExtension.create()))
                    .set(HtmlRenderer.ESCAPE_HTML, true)
                    .set(HtmlRenderer.GENERATE_HEADER_ID, false)
                    .set(TaskListExtension.ITEM_DONE_MARKER, "<span class=\"task\">☑</span> ")
                    .set(TaskListExtension.ITEM_NOT_DONE_MARKER, "<span class=\"task\">☐</span> ")
                    .set(TablesExtension.CLASS_NAME, "table")
                    .toImmutable();

    private static final Parser PARSER = Parser.builder(SETTINGS).build();

    private MarkdownRenderer() {}

    /**
     * The text's top-level parts, in order; front matter is left out. A text beyond all {@link
     * MarkdownBounds} is shown as it is written.
     */
    public static List<HtmlBlock> render(String markdown, MarkdownOptions options) {
        if (MarkdownBounds.hold(markdown)) {
            try {
                return rendered(markdown, options);
            } catch (StackOverflowError e) {
                return asWritten(markdown, options);
            }
        }
        return asWritten(markdown, options);
    }

    private static List<HtmlBlock> asWritten(String markdown, MarkdownOptions options) {
        String html = "<pre>" + HtmlUtils.htmlEscape(markdown) + "</pre>";
        int last = (int) markdown.chars().filter(c -> c == '\n').count() + 1;
        return List.of(block(SafeHtml.sanitised(html), new Lines(1, last), options.anchors()));
    }

    private static List<HtmlBlock> rendered(String markdown, MarkdownOptions options) {
        Node document = PARSER.parse(markdown);
        LineMap lines = new LineMap(markdown);
        HeadingAnchors anchors = new HeadingAnchors();
        HtmlRenderer renderer =
                HtmlRenderer.builder(SETTINGS)
                        .nodeRendererFactory(
                                data -> new MarkdownNodes(options, new CodeBlocks(options, lines)))
                        .nodeRendererFactory(data -> new MarkdownImages(options))
                        .nodeRendererFactory(data -> new MarkdownSections(options, anchors))
                        .nodeRendererFactory(data -> FlaggedText.in(markdown, options.flagged()))
                        .attributeProviderFactory(BlockAttributes.factory(options, lines))
                        .build();
        List<HtmlBlock> blocks = new ArrayList<>();
        for (Node node : document.getChildren()) {
            if (!(node instanceof YamlFrontMatterBlock)) {
                String html = SafeHtml.sanitised(renderer.render(node)).strip();
                if (!html.isEmpty()) {
                    blocks.add(block(html, linesOf(node, lines), options.anchors()));
                }
            }
        }
        return blocks;
    }

    static Lines linesOf(Node node, LineMap lines) {
        BasedSequence chars = node.getChars();
        return lines.lines(node.getStartOffset(), node.getStartOffset() + chars.trimEnd().length());
    }

    /** Only a document's blocks carry their line as id: a page may show many answers. */
    private static HtmlBlock block(String html, Lines lines, boolean anchors) {
        String id = anchors ? " id=\"L" + lines.first() + "\"" : "";
        return new HtmlBlock("<div class=\"block\"" + id + ">" + html + "</div>", lines);
    }
}
