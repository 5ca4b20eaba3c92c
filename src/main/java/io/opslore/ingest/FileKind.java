package io.opslore.ingest;

/** What a file is, roughly, for those who choose which ones come in. */
public enum FileKind {
    /** Markdown, AsciiDoc and plain text. */
    TEXT,
    /** YAML, JSON and other settings. */
    CONFIGURATION,
    /** Programs, scripts and build files. */
    CODE,
    /** PDF, DOCX and HTML. */
    OFFICE,
    LOG,
    PICTURE
}
