package io.opslore.kit;

import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.html.HtmlWriter;
import com.vladsch.flexmark.html.renderer.NodeRenderer;
import com.vladsch.flexmark.html.renderer.NodeRendererContext;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Marks the flagged pieces of a text. Works on the words inside the parsed text, so that a sentence
 * with emphasis, code or links in it is marked without breaking any of them.
 */
final class FlaggedText implements NodeRenderer {

    /** Offsets in the source, the end excluded. */
    private record Span(int start, int end) {}

    private final List<Span> flagged;

    private FlaggedText(List<Span> flagged) {
        this.flagged = flagged;
    }

    static FlaggedText in(String source, List<String> sentences) {
        List<Span> spans = new ArrayList<>();
        for (String sentence : sentences) {
            int start = sentence.isBlank() ? -1 : source.indexOf(sentence);
            if (start >= 0) {
                spans.add(new Span(start, start + sentence.length()));
            }
        }
        return new FlaggedText(spans);
    }

    @Override
    public Set<NodeRenderingHandler<?>> getNodeRenderingHandlers() {
        return flagged.isEmpty()
                ? Set.of()
                : Set.of(new NodeRenderingHandler<>(Text.class, this::render));
    }

    private void render(Text node, NodeRendererContext context, HtmlWriter html) {
        BasedSequence text = node.getChars();
        int from = node.getStartOffset();
        int to = from + text.length();
        int done = from;
        for (Span span : flagged) {
            int start = Math.max(done, span.start);
            int end = Math.min(to, span.end);
            if (start < end) {
                write(html, text.subSequence(done - from, start - from));
                html.raw("<mark class=\"unsupported\">");
                write(html, text.subSequence(start - from, end - from));
                html.raw("</mark>");
                done = end;
            }
        }
        write(html, text.subSequence(done - from, text.length()));
    }

    private static void write(HtmlWriter html, BasedSequence text) {
        html.text(Escaping.normalizeEOL(text.unescape()));
    }
}
