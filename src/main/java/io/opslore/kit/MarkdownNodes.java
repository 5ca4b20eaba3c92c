package io.opslore.kit;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.html.HtmlWriter;
import com.vladsch.flexmark.html.renderer.NodeRenderer;
import com.vladsch.flexmark.html.renderer.NodeRendererContext;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import com.vladsch.flexmark.util.ast.Node;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes what the portal shows in its own way: links, citation markers and code. */
final class MarkdownNodes implements NodeRenderer {

    private static final Pattern MARKER = Pattern.compile("[0-9]{1,4}");

    /** What may follow the language's name: attributes, a title, line numbers. */
    private static final Pattern NAME_END = Pattern.compile("[\\s{,:]");

    private final MarkdownOptions options;
    private final CodeBlocks code;

    MarkdownNodes(MarkdownOptions options, CodeBlocks code) {
        this.options = options;
        this.code = code;
    }

    @Override
    public Set<NodeRenderingHandler<?>> getNodeRenderingHandlers() {
        return Set.of(
                new NodeRenderingHandler<>(FencedCodeBlock.class, this::fenced),
                new NodeRenderingHandler<>(IndentedCodeBlock.class, this::indented),
                new NodeRenderingHandler<>(Link.class, this::link),
                new NodeRenderingHandler<>(LinkRef.class, this::reference),
                new NodeRenderingHandler<>(AutoLink.class, this::autoLink),
                new NodeRenderingHandler<>(MailLink.class, this::mailLink));
    }

    private void fenced(FencedCodeBlock block, NodeRendererContext context, HtmlWriter html) {
        String language = NAME_END.split(block.getInfo().unescape().strip(), 2)[0];
        html.line().openPre().raw(code.html(language, block.getContentLines())).closePre().line();
    }

    private void indented(IndentedCodeBlock block, NodeRendererContext context, HtmlWriter html) {
        html.line().openPre().raw(code.html("", block.getContentLines())).closePre().line();
    }

    private void link(Link link, NodeRendererContext context, HtmlWriter html) {
        anchor(link.getUrl().unescape(), link, context, html);
    }

    private void autoLink(AutoLink link, NodeRendererContext context, HtmlWriter html) {
        String text = link.getText().unescape();
        open(text.startsWith("www.") ? "https://" + text : text, html);
        html.text(text).raw("</a>");
    }

    private void mailLink(MailLink link, NodeRendererContext context, HtmlWriter html) {
        String text = link.getText().unescape();
        open("mailto:" + text, html);
        html.text(text).raw("</a>");
    }

    /**
     * {@code [1]} is a reference to Markdown. A citation marker wins over a definition of that name
     * in the text, so that a text cannot redirect it.
     */
    private void reference(LinkRef link, NodeRendererContext context, HtmlWriter html) {
        String label = link.getReference().toString();
        String text = link.getText().toString();
        if (isMarker(label) || isMarker(text)) {
            marker(text, html);
            marker(label, html);
            return;
        }
        Reference target = link.isDefined() ? link.getReferenceNode(context.getDocument()) : null;
        if (target == null) {
            html.text("[");
            context.renderChildren(link);
            html.text(text.isEmpty() ? label(link, label) : "][" + label).text("]");
        } else {
            anchor(target.getUrl().unescape(), link, context, html);
        }
    }

    private static String label(LinkRef link, String label) {
        return link.hasChildren() ? "" : label;
    }

    private boolean isMarker(String label) {
        return MARKER.matcher(label).matches()
                && options.citations().containsKey(Integer.parseInt(label));
    }

    private void marker(String label, HtmlWriter html) {
        if (isMarker(label)) {
            String target = options.citations().get(Integer.parseInt(label));
            html.raw("<a class=\"cite\" data-cite=\"" + label + "\" href=\"");
            html.text(target == null ? "" : target).raw("\">").text(label).raw("</a>");
        } else if (!label.isEmpty()) {
            html.text("[" + label + "]");
        }
    }

    private void anchor(String address, Node link, NodeRendererContext context, HtmlWriter html) {
        String target = resolved(address);
        if (target == null) {
            context.renderChildren(link);
            return;
        }
        open(target, html);
        context.renderChildren(link);
        html.raw("</a>");
    }

    private static void open(String address, HtmlWriter html) {
        html.raw("<a href=\"").text(address).raw("\">");
    }

    private @Nullable String resolved(String address) {
        if (SafeHtml.isOutside(address)) {
            return address.strip();
        }
        if (address.startsWith("#") && !options.anchors()) {
            return null;
        }
        String inside = address.contains(":") ? "" : options.links().apply(address);
        return inside.isEmpty() ? null : inside;
    }
}
