package io.opslore.ingest.extract;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Turns a binary or marked-up document into plain or Markdown text, somewhere safe. */
public interface Converter {

    /**
     * @param bytes read at most to the end; not closed
     * @throws ExtractionFailed if the document is to blame
     * @throws IOException if anything else is, so that it may be tried again
     */
    Converted convert(Kind kind, InputStream bytes, long size)
            throws ExtractionFailed, IOException, InterruptedException;

    /** What can be converted. */
    enum Kind {
        PDF,
        DOCX,
        HTML
    }

    /**
     * A document's text.
     *
     * @param title its own title, or empty
     * @param pageFirstLines see {@link io.opslore.library.RevisionText}
     */
    record Converted(String text, String title, List<Integer> pageFirstLines) {}
}
