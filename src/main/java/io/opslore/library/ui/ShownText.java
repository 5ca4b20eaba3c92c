package io.opslore.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.i18n.I18NProvider;
import io.opslore.kit.Admonitions;
import io.opslore.kit.AsciiDoc;
import io.opslore.kit.CodeLines;
import io.opslore.kit.Lines;
import io.opslore.kit.MarkdownBlocks;
import io.opslore.kit.MarkdownOptions;
import io.opslore.library.Format;
import io.opslore.library.LineRange;
import io.opslore.library.RevisionText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Chooses how a revision is shown by how its text is written. */
final class ShownText {

    private final OpenedDocument opened;
    private final RevisionText text;
    private final RelativeLinks links;

    ShownText(OpenedDocument opened, RevisionText text, RelativeLinks links) {
        this.opened = opened;
        this.text = text;
        this.links = links;
    }

    /** Whether reading it and reading its source are two things. */
    boolean hasRendering() {
        return switch (text.format()) {
            case MARKDOWN, CONVERTED, ASCIIDOC, TEXT -> true;
            case PAGES -> opened.release().drawn();
            case CODE -> isDrawing();
            case YAML, JSON, LOG, IMAGE -> false;
        };
    }

    /** As it is meant to be read. */
    Component rendered() {
        return switch (text.format()) {
            case MARKDOWN -> blocks(Admonitions.asQuotes(text.text()));
            case CONVERTED -> blocks(text.text());
            case ASCIIDOC -> blocks(AsciiDoc.toMarkdown(text.text()));
            case TEXT -> CodeLines.prose(text.lines(), Map.of(), cited());
            case PAGES -> new PdfPages(Originals.address(opened.shown().id()), citedByPage());
            case CODE -> isDrawing() ? picture() : source();
            case IMAGE -> picture();
            case YAML, JSON, LOG -> source();
        };
    }

    /** As it was written. */
    Component source() {
        return switch (text.format()) {
            case MARKDOWN, CONVERTED -> code("markdown");
            case YAML -> code("yaml");
            case JSON -> code("json");
            case ASCIIDOC, TEXT, CODE -> code(text.syntax());
            case LOG -> CodeLines.log(text.lines(), cited());
            case PAGES -> CodeLines.prose(text.lines(), pages(), cited());
            case IMAGE -> picture();
        };
    }

    /** The key of what the rendering is called. */
    String renderedName() {
        return switch (text.format()) {
            case PAGES -> "document.pages";
            case CODE, IMAGE -> "document.picture";
            case MARKDOWN, CONVERTED, ASCIIDOC, TEXT, YAML, JSON, LOG -> "document.rendered";
        };
    }

    /** The key of what the other way of showing it is called. */
    String sourceName() {
        return text.format() == Format.PAGES ? "document.text" : "document.source";
    }

    /** A drawing made of code; its bytes must say so too before it is sent as one. */
    private boolean isDrawing() {
        return opened.release().drawn()
                && opened.shown().path().toLowerCase(Locale.ROOT).endsWith(".svg");
    }

    private Picture picture() {
        return new Picture(Originals.address(opened.shown().id()), opened.document().fileName());
    }

    private CodeLines code(String language) {
        return CodeLines.code(text.lines(), language, cited());
    }

    private MarkdownBlocks blocks(String markdown) {
        MarkdownBlocks blocks = new MarkdownBlocks();
        blocks.show(
                markdown,
                MarkdownOptions.plain(MarkdownBlocks.labels())
                        .linking(links)
                        .picturing(links::image)
                        .highlighting(cited()));
        return blocks;
    }

    private Map<Integer, String> pages() {
        Map<Integer, String> pages = new HashMap<>();
        for (int i = 0; i < text.pageFirstLines().size(); i++) {
            pages.put(text.pageFirstLines().get(i), I18NProvider.translate("document.page", i + 1));
        }
        return pages;
    }

    private Map<Integer, List<String>> citedByPage() {
        LineRange range = opened.lines();
        Map<Integer, List<String>> cited = new TreeMap<>();
        List<String> lines = text.lines();
        int last = range == null ? 0 : Math.min(range.last(), lines.size());
        for (int line = range == null ? 1 : range.first(); line <= last; line++) {
            cited.computeIfAbsent(text.pageOf(line), page -> new ArrayList<>())
                    .add(lines.get(line - 1));
        }
        cited.remove(0);
        return cited;
    }

    private @Nullable Lines cited() {
        LineRange range = opened.lines();
        return range == null ? null : new Lines(range.first(), range.last());
    }
}
