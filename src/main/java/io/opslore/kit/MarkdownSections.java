package io.opslore.kit;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.html.HtmlWriter;
import com.vladsch.flexmark.html.renderer.NodeRenderer;
import com.vladsch.flexmark.html.renderer.NodeRendererContext;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import com.vladsch.flexmark.util.ast.Node;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes headings that can be linked to, and notes: {@code > [!NOTE]}. */
final class MarkdownSections implements NodeRenderer {

    private final MarkdownOptions options;
    private final HeadingAnchors anchors;

    MarkdownSections(MarkdownOptions options, HeadingAnchors anchors) {
        this.options = options;
        this.anchors = anchors;
    }

    @Override
    public Set<NodeRenderingHandler<?>> getNodeRenderingHandlers() {
        return Set.of(
                new NodeRenderingHandler<>(Heading.class, this::heading),
                new NodeRenderingHandler<>(BlockQuote.class, this::quote));
    }

    private void heading(Heading heading, NodeRendererContext context, HtmlWriter html) {
        String tag = "h" + heading.getLevel();
        String id = options.anchors() ? anchors.next(heading.getText().toString()) : "";
        html.line();
        if (!id.isEmpty()) {
            html.attr("id", id);
        }
        html.withAttr().tag(tag);
        context.renderChildren(heading);
        link(id, html);
        html.closeTag(tag).line();
    }

    private void link(String id, HtmlWriter html) {
        String address =
                id.isEmpty()
                        ? ""
                        : options.links()
                                .apply("#" + id.substring(SafeHtml.ANCHOR_PREFIX.length()));
        if (!address.isEmpty()) {
            html.raw("<a class=\"heading-link\" href=\"")
                    .text(address)
                    .raw("\" aria-label=\"")
                    .text(options.labels().link())
                    .raw("\">#</a>");
        }
    }

    private void quote(BlockQuote quote, NodeRendererContext context, HtmlWriter html) {
        NoteKind kind = takeKind(quote);
        if (kind == null) {
            html.withAttr().tagLineIndent("blockquote", () -> context.renderChildren(quote));
            return;
        }
        html.raw("<div class=\"admonition " + kind.cssClass() + "\"><p class=\"admonition-title\">")
                .text(options.labels().notes().apply(kind.name()))
                .raw("</p>");
        context.renderChildren(quote);
        html.raw("</div>").line();
    }

    /** Takes the marker off a note, so that only its words are written. */
    private static @Nullable NoteKind takeKind(BlockQuote quote) {
        if (quote.getFirstChild() instanceof Paragraph first
                && first.getFirstChild() instanceof LinkRef marker
                && !marker.isDefined()
                && marker.getText().isEmpty()) {
            NoteKind kind = NoteKind.marked(marker.getReference().toString());
            if (kind != null) {
                Node next = marker.getNext();
                marker.unlink();
                if (next instanceof SoftLineBreak) {
                    next.unlink();
                }
            }
            return kind;
        }
        return null;
    }
}
