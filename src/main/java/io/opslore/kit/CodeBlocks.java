package io.opslore.kit;

import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.List;

/** Writes a block of code: its language, a button that copies it, and its coloured lines. */
final class CodeBlocks {

    private final MarkdownOptions options;
    private final LineMap lines;

    CodeBlocks(MarkdownOptions options, LineMap lines) {
        this.options = options;
        this.lines = lines;
    }

    String html(String language, List<BasedSequence> content) {
        List<String> coloured =
                CodeHighlighter.highlight(
                        content.stream().map(line -> line.trimEOL().toString()).toList(), language);
        StringBuilder html = new StringBuilder("<div class=\"code");
        html.append(language.equalsIgnoreCase("mermaid") ? " mermaid" : "")
                .append("\"><div class=\"code-head\">");
        html.append("<span class=\"code-language\">")
                .append(CodeHighlighter.escaped(language))
                .append("</span><button type=\"button\" class=\"copy-code\" aria-label=\"")
                .append(CodeHighlighter.escaped(options.labels().copy()))
                .append("\" title=\"")
                .append(CodeHighlighter.escaped(options.labels().copy()))
                .append("\"></button></div><pre><code>");
        for (int i = 0; i < coloured.size(); i++) {
            boolean cited = isCited(content.get(i));
            html.append(cited ? "<span class=\"line cited\">" : "<span class=\"line\">")
                    .append(coloured.get(i))
                    .append("\n</span>");
        }
        return html.append("</code></pre></div>").toString();
    }

    private boolean isCited(BasedSequence line) {
        Lines cited = options.cited();
        return cited != null && cited.contains(lines.lineOf(line.getStartOffset()));
    }
}
