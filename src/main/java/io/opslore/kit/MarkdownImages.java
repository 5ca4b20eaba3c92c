package io.opslore.kit;

import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.html.HtmlWriter;
import com.vladsch.flexmark.html.renderer.NodeRenderer;
import com.vladsch.flexmark.html.renderer.NodeRendererContext;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.ast.TextCollectingVisitor;
import java.util.Set;

/**
 * Shows pictures that are documents of the portal. Of every other image only the description is
 * shown, since loading it would tell somebody who reads what.
 */
final class MarkdownImages implements NodeRenderer {

    private final MarkdownOptions options;

    MarkdownImages(MarkdownOptions options) {
        this.options = options;
    }

    @Override
    public Set<NodeRenderingHandler<?>> getNodeRenderingHandlers() {
        return Set.of(
                new NodeRenderingHandler<>(Image.class, this::image),
                new NodeRenderingHandler<>(ImageRef.class, this::reference));
    }

    private void image(Image image, NodeRendererContext context, HtmlWriter html) {
        show(image.getUrl().unescape(), image, html);
    }

    private void reference(ImageRef image, NodeRendererContext context, HtmlWriter html) {
        Reference target = image.isDefined() ? image.getReferenceNode(context.getDocument()) : null;
        show(target == null ? "" : target.getUrl().unescape(), image, html);
    }

    private void show(String address, Node image, HtmlWriter html) {
        String description = new TextCollectingVisitor().collectAndGetText(image).strip();
        String picture = isRelative(address) ? options.images().apply(address) : "";
        if (picture.isEmpty()) {
            html.raw("<span class=\"image\">").text(options.labels().image());
            html.text(description.isEmpty() ? "" : ": " + description).raw("</span>");
        } else {
            html.raw("<img class=\"picture\" loading=\"lazy\" src=\"")
                    .text(picture)
                    .raw("\" alt=\"")
                    .text(description.isEmpty() ? options.labels().image() : description)
                    .raw("\">");
        }
    }

    private static boolean isRelative(String address) {
        return !address.isBlank() && !address.contains(":") && !address.startsWith("#");
    }
}
