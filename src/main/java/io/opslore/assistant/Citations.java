package io.opslore.assistant;

import io.opslore.library.Document;
import io.opslore.library.LineRange;
import io.opslore.library.Revision;
import io.opslore.library.RevisionText;
import io.opslore.retrieval.Passage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Pins citations: the quote is taken from the stored text, so that its bytes are the stored ones.
 */
final class Citations {

    private Citations() {}

    /** Lines that no search has found. */
    static Citation pin(
            int marker, Document document, Revision revision, LineRange lines, RevisionText text) {
        String quote = text.quote(lines);
        return new Citation(
                marker,
                document.id(),
                revision.id(),
                revision.number(),
                document.path(),
                document.title(),
                "",
                lines,
                text.pageOf(lines.first()),
                quote,
                sha256(quote));
    }

    static Citation pin(int marker, Passage passage, LineRange lines, RevisionText text) {
        String quote = text.quote(lines);
        return new Citation(
                marker,
                passage.document().id(),
                passage.revision(),
                passage.revisionNumber(),
                passage.document().path(),
                passage.document().title(),
                passage.headingPath(),
                lines,
                text.pageOf(lines.first()),
                quote,
                sha256(quote));
    }

    /** All that a model is given, in its order; its text will count what it uses of them. */
    static List<Citation> given(Prompt prompt) {
        return prompt.given().stream()
                .map(given -> pin(0, given.passage(), given.passage().lines(), given.text()))
                .toList();
    }

    static String sha256(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }
}
