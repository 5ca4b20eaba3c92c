package io.opslore.ingest.extract;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses how a text's structure is found, and makes do with paragraphs where that fails. */
final class Outlines {

    private static final Logger LOG = LoggerFactory.getLogger(Outlines.class);

    private Outlines() {}

    static Outline of(Syntax syntax, List<String> lines) {
        try {
            Outline outline = outliner(syntax).outline(lines);
            if (outline.fits(lines.size()) && !outline.blocks().isEmpty()) {
                return outline;
            }
            LOG.warn("Blocks of a {} text out of order; using paragraphs", syntax.format());
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warn(
                    "No structure in a {} text, using paragraphs: {}",
                    syntax.format(),
                    e.toString());
        }
        return Paragraphs.outline(lines);
    }

    private static Outliner outliner(Syntax syntax) {
        return switch (syntax.format()) {
            case MARKDOWN, CONVERTED -> MarkdownOutline::outline;
            case ASCIIDOC -> AsciiDocOutline::outline;
            case YAML -> YamlOutline::outline;
            case JSON -> JsonOutline::outline;
            case CODE -> lines -> CodeOutline.outline(syntax.name(), lines);
            case LOG -> LogOutline::outline;
            case TEXT, PAGES, IMAGE -> Paragraphs::outline;
        };
    }
}
