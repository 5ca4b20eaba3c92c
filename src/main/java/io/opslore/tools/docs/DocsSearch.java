package io.opslore.tools.docs;

import io.opslore.identity.Asker;
import io.opslore.library.Grants;
import io.opslore.library.ReadScope;
import io.opslore.library.Space;
import io.opslore.library.Spaces;
import io.opslore.library.ui.DocumentNavigation;
import io.opslore.retrieval.IndexAway;
import io.opslore.retrieval.Passage;
import io.opslore.retrieval.Query;
import io.opslore.retrieval.Retrieval;
import io.opslore.tools.Found;
import io.opslore.tools.Tool;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolFailure;
import io.opslore.tools.ToolFailure.Code;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.ToolParameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Passages of the knowledge base, as answers are made from. */
@Component
class DocsSearch implements Tool {

    private static final int USUAL = 8;
    private static final int MOST = 20;
    private static final int LONGEST_TEXT = 3_000;

    private static final ToolInfo INFO =
            new ToolInfo(
                    "docs_passages_search",
                    "Search the knowledge base",
                    "Finds passages of runbooks, decisions, manifests and other documents by words"
                            + " and by meaning. Each comes with document, revision and lines; cite"
                            + " them. Read around a passage with docs_document_read.",
                    List.of(
                            ToolParameter.text("query", "What to look for, in English or Russian"),
                            ToolParameter.text("space", "Only in the space of this name")
                                    .optional(),
                            ToolParameter.number(
                                    "limit", "How many passages; 8 if left out", MOST)));

    private final Retrieval retrieval;
    private final Grants grants;
    private final Spaces spaces;

    DocsSearch(Retrieval retrieval, Grants grants, Spaces spaces) {
        this.retrieval = retrieval;
        this.grants = grants;
        this.spaces = spaces;
    }

    @Override
    public ToolInfo info() {
        return INFO;
    }

    @Override
    public Found find(ToolArguments arguments, Asker asker) {
        ReadScope scope =
                arguments
                        .find("space")
                        .map(name -> within(name, asker))
                        .orElseGet(() -> grants.readable(asker));
        try {
            List<Passage> passages =
                    retrieval.search(
                            new Query(
                                    arguments.text("query"),
                                    scope,
                                    arguments.number("limit", USUAL)));
            return new Found(
                    "knowledge base",
                    "",
                    passages.stream().map(DocsSearch::item).toList(),
                    false,
                    passages.isEmpty() ? "Nothing fits; try other words." : "");
        } catch (IndexAway away) {
            throw new ToolFailure(
                    Code.UPSTREAM_DOWN, "The search engine is away.", "Try again in a minute.");
        }
    }

    private ReadScope within(String name, Asker asker) {
        Space space =
                spaces.named(name, asker)
                        .orElseThrow(() ->
                                new ToolFailure(
                                        Code.NOT_FOUND,
                                        "There is no space of that name for you.",
                                        "List spaces with docs_spaces_list."));
        return grants.readable(asker).within(space.id());
    }

    private static Found.Item item(Passage passage) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("path", passage.document().path());
        fields.put("title", passage.document().title());
        fields.put("document", passage.document().id().value());
        fields.put("revision", passage.revision().value());
        fields.put("revisionNumber", passage.revisionNumber());
        fields.put("headings", passage.headingPath());
        fields.put("firstLine", passage.lines().first());
        fields.put("lastLine", passage.lines().last());
        fields.put("text", Texts.cut(passage.text(), LONGEST_TEXT));
        fields.put(
                "link",
                "/"
                        + DocumentNavigation.address(
                                passage.document().id(), passage.revision(), passage.lines()));
        return new Found.Item(fields, "");
    }
}
