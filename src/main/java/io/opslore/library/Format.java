package io.opslore.library;

/** How a revision's text is written, which decides how it is split and shown. */
public enum Format {
    MARKDOWN,
    ASCIIDOC,
    /** Plain prose. */
    TEXT,
    /** Text taken out of a paged document (PDF). */
    PAGES,
    /** Text taken out of a word processor or HTML document, written as Markdown. */
    CONVERTED,
    YAML,
    JSON,
    /** Source code, scripts and build files. */
    CODE,
    LOG,
    /** A picture: shown, and without any text. */
    IMAGE;

    /** What a file's name gets at its end where the text stands in for the file. */
    String endOfTextName() {
        return switch (this) {
            case PAGES -> ".txt";
            case CONVERTED -> ".md";
            case MARKDOWN, ASCIIDOC, TEXT, YAML, JSON, CODE, LOG, IMAGE -> "";
        };
    }
}
