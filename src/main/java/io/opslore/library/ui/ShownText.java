package io.opslore.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.i18n.I18NProvider;
import io.opslore.kit.AsciiDoc;
import io.opslore.kit.CodeLines;
import io.opslore.kit.Lines;
import io.opslore.kit.MarkdownBlocks;
import io.opslore.kit.MarkdownOptions;
import io.opslore.library.Format;
import io.opslore.library.LineRange;
import io.opslore.library.RevisionText;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Chooses how a text is shown by how it is written. */
final class ShownText {

    private ShownText() {}

    /** Whether reading it and reading its source are two things. */
    static boolean hasRendering(Format format) {
        return switch (format) {
            case MARKDOWN, CONVERTED, ASCIIDOC, TEXT, PAGES -> true;
            case YAML, JSON, CODE, LOG -> false;
        };
    }

    static Component rendered(
            RevisionText text, @Nullable LineRange cited, UnaryOperator<String> links) {
        return switch (text.format()) {
            case MARKDOWN, CONVERTED -> blocks(text.text(), cited, links);
            case ASCIIDOC -> blocks(AsciiDoc.toMarkdown(text.text()), cited, links);
            case TEXT, PAGES -> CodeLines.prose(text.lines(), pages(text), lines(cited));
            case YAML, JSON, CODE, LOG -> source(text, cited);
        };
    }

    static CodeLines source(RevisionText text, @Nullable LineRange cited) {
        return CodeLines.code(text.lines(), language(text), lines(cited));
    }

    private static String language(RevisionText text) {
        return switch (text.format()) {
            case MARKDOWN, CONVERTED -> "markdown";
            case YAML -> "yaml";
            case JSON -> "json";
            case ASCIIDOC, TEXT, PAGES, CODE, LOG -> text.syntax();
        };
    }

    private static MarkdownBlocks blocks(
            String markdown, @Nullable LineRange cited, UnaryOperator<String> links) {
        MarkdownBlocks blocks = new MarkdownBlocks();
        blocks.show(
                markdown,
                MarkdownOptions.plain(MarkdownBlocks.labels())
                        .linking(links)
                        .highlighting(lines(cited)));
        return blocks;
    }

    private static Map<Integer, String> pages(RevisionText text) {
        Map<Integer, String> pages = new HashMap<>();
        for (int i = 0; i < text.pageFirstLines().size(); i++) {
            pages.put(text.pageFirstLines().get(i), I18NProvider.translate("document.page", i + 1));
        }
        return pages;
    }

    private static @Nullable Lines lines(@Nullable LineRange range) {
        return range == null ? null : new Lines(range.first(), range.last());
    }
}
