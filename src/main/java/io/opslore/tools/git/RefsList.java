package io.opslore.tools.git;

import io.opslore.connections.git.GitRef;
import io.opslore.identity.Asker;
import io.opslore.tools.Found;
import io.opslore.tools.Paged;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.ToolParameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Branches, tags and heads of pull requests. */
@Component
class RefsList implements GitTool {

    private static final ToolInfo INFO =
            new ToolInfo(
                    "git_refs_list",
                    "List branches and tags",
                    "Lists a repository's branches and tags with the commit of each; the default"
                            + " branch is first. Heads of pull requests are named pull/7/head."
                            + " Give any of the names as ref, base or head to other git tools.",
                    OpenedRepositories.parameters(
                            ToolParameter.choice(
                                    "kind", "Only these", List.of("branch", "tag", "pull")),
                            ToolParameter.text("filter", "Only names that contain this").optional(),
                            ToolParameter.cursor()));

    private final OpenedRepositories repositories;

    RefsList(OpenedRepositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public ToolInfo info() {
        return INFO;
    }

    @Override
    public Found find(ToolArguments arguments, Asker asker) {
        String filter = arguments.find("filter").orElse("");
        return repositories.read(
                arguments,
                asker,
                opened -> {
                    List<GitRef> refs =
                            opened.repository().refs().stream()
                                    .filter(ref -> ref.name().contains(filter))
                                    .filter(ref ->
                                            kind(ref)
                                                    .equals(
                                                            arguments
                                                                    .find("kind")
                                                                    .orElse(kind(ref))))
                                    .toList();
                    return new Found(
                            opened.name(),
                            opened.repository().head().map(head -> head.value()).orElse(""),
                            Paged.of(refs, RefsList::fields, arguments).items(),
                            false,
                            refs.isEmpty() ? "There is none; leave the filter out." : "");
                });
    }

    private static String kind(GitRef ref) {
        return ref.kind().name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, ?> fields(GitRef ref) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", ref.name());
        fields.put("kind", kind(ref));
        fields.put("commit", ref.commit().value());
        fields.put("default", ref.isDefault());
        return fields;
    }
}
