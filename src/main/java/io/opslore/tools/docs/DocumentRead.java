package io.opslore.tools.docs;

import io.opslore.identity.Asker;
import io.opslore.library.DocumentId;
import io.opslore.library.Documents;
import io.opslore.library.LineRange;
import io.opslore.library.Revision;
import io.opslore.library.RevisionId;
import io.opslore.library.RevisionText;
import io.opslore.library.ui.DocumentNavigation;
import io.opslore.tools.Found;
import io.opslore.tools.Paged;
import io.opslore.tools.Tool;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolFailure;
import io.opslore.tools.ToolFailure.Code;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.ToolParameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A document's text at a revision, by lines. */
@Component
class DocumentRead implements Tool {

    private static final int LINES_A_ROW = 40;
    private static final int LONGEST_LINE = 1_000;
    private static final int LAST_LINE = 9_999_999;

    private static final ToolInfo INFO =
            new ToolInfo(
                    "docs_document_read",
                    "Read a document",
                    "Reads a document's text at its current or an earlier revision, all of it or"
                            + " some lines. Lines are those that citations name.",
                    List.of(
                            ToolParameter.text("document", "The document's id").optional(),
                            ToolParameter.text(
                                            "revision",
                                            "A revision's id, instead of the current one")
                                    .optional(),
                            ToolParameter.number("firstLine", "From this line", LAST_LINE),
                            ToolParameter.number("lastLine", "To this line", LAST_LINE),
                            ToolParameter.cursor()));

    private final Documents documents;

    DocumentRead(Documents documents) {
        this.documents = documents;
    }

    @Override
    public ToolInfo info() {
        return INFO;
    }

    @Override
    public Found find(ToolArguments arguments, Asker asker) {
        Revision revision = documents.revision(revision(arguments, asker), asker);
        RevisionText text =
                documents
                        .text(revision.id(), asker)
                        .orElseThrow(() ->
                                new ToolFailure(
                                        Code.NOT_FOUND,
                                        "That revision has no text.",
                                        "It may still be being read; try again in a minute."));
        int first = Math.max(arguments.number("firstLine", 1), Paged.position(arguments) + 1);
        int last = Math.min(arguments.number("lastLine", LAST_LINE), text.lines().size());
        return new Found(
                revision.path(),
                "revision %d (%s)".formatted(revision.number(), revision.id().value()),
                rows(revision, text, first, last),
                false,
                first > last ? "The text has %d lines.".formatted(text.lines().size()) : "");
    }

    private RevisionId revision(ToolArguments arguments, Asker asker) {
        return arguments
                .id("revision")
                .map(RevisionId::new)
                .or(() ->
                        arguments
                                .id("document")
                                .map(id -> documents.document(new DocumentId(id), asker))
                                .map(found ->
                                        Optional.ofNullable(found.current())
                                                .orElse(found.newest())))
                .orElseThrow(() ->
                        ToolFailure.invalid(
                                "Neither document nor revision is given.",
                                "Give one of them; docs_passages_search tells both."));
    }

    private static List<Found.Item> rows(
            Revision revision, RevisionText text, int first, int last) {
        List<Found.Item> rows = new ArrayList<>();
        List<String> lines = text.lines();
        for (int from = first; from <= last; from += LINES_A_ROW) {
            int to = Math.min(from + LINES_A_ROW - 1, last);
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("firstLine", from);
            fields.put("lastLine", to);
            fields.put("text", text(lines.subList(from - 1, to)));
            fields.put(
                    "link",
                    "/"
                            + DocumentNavigation.address(
                                    revision.document(), revision.id(), new LineRange(from, to)));
            rows.add(new Found.Item(fields, Integer.toString(to)));
        }
        return rows;
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines.stream().map(line -> cut(line)).toList());
    }

    private static String cut(String line) {
        return line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line;
    }
}
