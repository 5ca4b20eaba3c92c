package io.opslore.assistant;

import io.opslore.library.DocumentId;
import io.opslore.library.LineRange;
import io.opslore.library.RevisionId;
import org.jspecify.annotations.Nullable;

/**
 * A passage that an answer was written from, as its reader may see it today.
 *
 * @param number in the prompt, from 1
 * @param document null where it was gone before documents were kept here
 * @param path the document's path when the question was asked
 */
public record UsedPassage(
        int number,
        @Nullable DocumentId document,
        RevisionId revision,
        int revisionNumber,
        String path,
        LineRange lines,
        Content content) {

    /** What it says, as far as the reader may know. */
    public sealed interface Content {

        /** The lines, from the stored revision. */
        record Readable(String text) implements Content {}

        /** The reader may not open this document. */
        record Withheld() implements Content {}

        /** The document was removed, and its text with it or out of the reader's sight. */
        record Removed() implements Content {}
    }
}
