package io.opslore.assistant;

import io.opslore.assistant.lookup.PlannedCall;
import io.opslore.connections.ConnectionInfo;
import io.opslore.guard.MaskScope;
import io.opslore.guard.Masking;
import io.opslore.identity.Asker;
import io.opslore.library.Document;
import io.opslore.library.DocumentId;
import io.opslore.library.Documents;
import io.opslore.library.Format;
import io.opslore.library.LineRange;
import io.opslore.library.Revision;
import io.opslore.library.RevisionId;
import io.opslore.library.RevisionText;
import io.opslore.library.Snapshots;
import io.opslore.library.Stored;
import io.opslore.retrieval.Passage;
import io.opslore.tools.ToolFailure;
import io.opslore.tools.ToolInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Keeps what was seen of a live system, so that an answer can be made from it and cite it. */
@Component
class LookupKeeping {

    private static final int LONGEST_NAME = 160;

    private final Snapshots snapshots;
    private final Documents documents;
    private final Masking masking;

    LookupKeeping(Snapshots snapshots, Documents documents, Masking masking) {
        this.snapshots = snapshots;
        this.documents = documents;
        this.masking = masking;
    }

    /**
     * @param seen without secrets
     * @param quoted documents that it tells from as well
     */
    Seen keep(
            ConnectionInfo source,
            ToolInfo tool,
            PlannedCall call,
            String seen,
            Set<DocumentId> quoted,
            Asker asker) {
        var text =
                new RevisionText(
                        seen, title(source, tool, call), Format.CODE, "yaml", List.of(), List.of());
        Stored stored =
                snapshots.keep(
                        source.space(), path(source, call), text, masking.version(), quoted, asker);
        return new Seen(
                documents.document(stored.document(), asker),
                documents.revision(stored.revision(), asker),
                text);
    }

    /**
     * What was kept before; empty where it has no text any more.
     *
     * @throws io.opslore.library.NotFound where the asker may not read it
     */
    Optional<Seen> kept(RevisionId id, Asker asker) {
        Revision revision = documents.revision(id, asker);
        return documents
                .text(id, asker)
                .map(text ->
                        new Seen(documents.document(revision.document(), asker), revision, text));
    }

    private String title(ConnectionInfo source, ToolInfo tool, PlannedCall call) {
        String told = told(call);
        return cut(tool.title() + (told.isEmpty() ? "" : ": " + told)) + " – " + source.name();
    }

    private String path(ConnectionInfo source, PlannedCall call) {
        String told = told(call).replace('/', '∕').replace("..", "…");
        String name = cut(told);
        // What is cut off tells calls apart as well.
        String rest = name.equals(told) ? "" : " " + Citations.sha256(told).substring(0, 12);
        return source.id().value()
                + "/"
                + call.tool()
                + "/"
                + (name.isEmpty() ? "all" : name + rest);
    }

    /** Arguments may hold what a person has typed. */
    String told(PlannedCall call) {
        return ModelText.line(masking.mask(call.masked(masking).told(), MaskScope.PORTAL).text());
    }

    /** It may repeat an argument. */
    String told(ToolFailure failure) {
        return masking.mask(failure.getMessage() + " " + failure.suggestion(), MaskScope.PORTAL)
                .text();
    }

    private static String cut(String text) {
        return text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) : text;
    }

    /** What is kept of one look. */
    record Seen(Document document, Revision revision, RevisionText text) {

        /**
         * As something to answer from: it was asked for, so it fits.
         *
         * @param characters how long it may be; cut behind a whole line
         */
        Passage passage(int characters) {
            List<String> lines = text.lines();
            int last = 1;
            int length = lines.getFirst().length();
            while (last < lines.size() && length + 1 + lines.get(last).length() <= characters) {
                length += 1 + lines.get(last).length();
                last++;
            }
            var range = new LineRange(1, last);
            return new Passage(
                    document,
                    revision.id(),
                    revision.number(),
                    "",
                    range,
                    0,
                    text.quote(range),
                    "en",
                    1,
                    1,
                    1);
        }
    }
}
