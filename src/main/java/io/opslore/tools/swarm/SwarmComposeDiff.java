package io.opslore.tools.swarm;

import io.opslore.connections.swarm.Difference;
import io.opslore.connections.swarm.Swarm;
import io.opslore.connections.swarm.Swarms;
import io.opslore.identity.Asker;
import io.opslore.library.Document;
import io.opslore.library.DocumentId;
import io.opslore.library.Documents;
import io.opslore.tools.ChosenSource;
import io.opslore.tools.Found;
import io.opslore.tools.Paged;
import io.opslore.tools.ToolFailure;
import io.opslore.tools.ToolFailure.Code;
import io.opslore.tools.ToolParameter;
import io.opslore.tools.ToolsAlone;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What is declared beside what runs. */
@Component
@Profile(ToolsAlone.NOT_THEN)
class SwarmComposeDiff extends SwarmTool {

    private static final String MASKED = "«secret:";

    private final Documents documents;

    SwarmComposeDiff(ChosenSource source, Swarms swarms, Documents documents) {
        super(
                source,
                swarms,
                "swarm_compose_diff",
                "Compare declared with running",
                "Compares a compose file of the knowledge base with the running stack, service by service,"
                        + " value by value. Find the document with docs_passages_search. Secrets are compared"
                        + " but not shown.",
                ToolParameter.text("stack", "Name of the stack"),
                ToolParameter.text("document", "Id of the document that declares the stack"),
                ToolParameter.cursor());
        this.documents = documents;
    }

    @Override
    Found find(Swarm swarm, Call call) {
        DocumentId document = call.arguments().id("document").map(DocumentId::new).orElseThrow();
        List<Difference> differences =
                swarm.compare(call.text("stack"), declared(document, call.asker()));
        return Paged.of(differences, SwarmComposeDiff::row, call.arguments())
                .found(
                        call.source(),
                        differences.isEmpty() ? "What runs is what the document declares." : "")
                .quoting(document);
    }

    private String declared(DocumentId id, Asker asker) {
        Document document = documents.document(id, asker);
        return documents
                .text(Objects.requireNonNullElse(document.current(), document.newest()), asker)
                .map(text -> String.join("\n", text.lines()))
                .orElseThrow(() ->
                        new ToolFailure(
                                Code.NOT_FOUND,
                                "That document has no text.",
                                "Name the document that the stack is deployed from."));
    }

    private static Map<String, ?> row(Difference difference) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("is", kind(difference));
        row.putAll(Rows.difference(difference, "declared", "running"));
        return row;
    }

    /** Where one side is hidden or has yet to be filled in, nobody can say that they differ. */
    private static String kind(Difference difference) {
        if (difference.before().contains("$")) {
            return "unknown: declared by a variable";
        }
        if (difference.before().contains(MASKED) != difference.after().contains(MASKED)
                && !difference.before().isEmpty()
                && !difference.after().isEmpty()) {
            return "unknown: masked on one side";
        }
        return difference.before().isEmpty()
                ? "not declared"
                : difference.after().isEmpty() ? "not running" : "different";
    }
}
