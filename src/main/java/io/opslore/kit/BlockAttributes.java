package io.opslore.kit;

import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.html.AttributeProvider;
import com.vladsch.flexmark.html.AttributeProviderFactory;
import com.vladsch.flexmark.html.IndependentAttributeProviderFactory;
import com.vladsch.flexmark.html.renderer.AttributablePart;
import com.vladsch.flexmark.html.renderer.LinkResolverContext;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.html.MutableAttributes;
import org.jspecify.annotations.Nullable;

/** Marks the innermost blocks that stand on cited lines. */
final class BlockAttributes implements AttributeProvider {

    private final MarkdownOptions options;
    private final LineMap lines;

    private BlockAttributes(MarkdownOptions options, LineMap lines) {
        this.options = options;
        this.lines = lines;
    }

    static AttributeProviderFactory factory(MarkdownOptions options, LineMap lines) {
        return new IndependentAttributeProviderFactory() {
            @Override
            public AttributeProvider apply(LinkResolverContext context) {
                return new BlockAttributes(options, lines);
            }
        };
    }

    @Override
    public void setAttributes(Node node, AttributablePart part, MutableAttributes attributes) {
        if (isCited(node)) {
            attributes.addValue("class", "cited");
        }
    }

    private boolean isCited(Node node) {
        Lines cited = options.cited();
        Node carrier = carrier(node);
        return cited != null
                && carrier != null
                && MarkdownRenderer.linesOf(carrier, lines).overlaps(cited);
    }

    /** A list item stands for its own first paragraph, not for the lists inside it. */
    private static @Nullable Node carrier(Node node) {
        return switch (node) {
            case Heading heading -> heading;
            case Paragraph paragraph -> paragraph;
            case TableRow row -> row;
            case ListItem item when item.getFirstChild() instanceof Paragraph first -> first;
            default -> null;
        };
    }
}
