package io.opslore.tools.git;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionInfo;
import io.opslore.connections.git.GitConnectionType;
import io.opslore.connections.gitea.GiteaConnectionType;
import io.opslore.connections.gitea.GiteaRepository;
import io.opslore.connections.gitea.GiteaServers;
import io.opslore.identity.Asker;
import io.opslore.tools.ChosenSource;
import io.opslore.tools.Found;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.ToolParameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The repositories that can be looked into. */
@Component
class ReposList implements GitTool {

    private static final ToolInfo INFO =
            new ToolInfo(
                    "git_repos_list",
                    "List Git repositories",
                    "Lists the Git repositories that you may look into, with the source to give to"
                            + " other git tools, and repo where a server has many. Without a"
                            + " source, servers with many repositories are listed as such; give"
                            + " one as source to list or search what it has.",
                    List.of(
                            ChosenSource.parameter(),
                            ToolParameter.text("query", "Only names that contain this").optional(),
                            ToolParameter.cursor()));

    private final ChosenSource source;
    private final GiteaServers servers;

    ReposList(ChosenSource source, GiteaServers servers) {
        this.source = source;
        this.servers = servers;
    }

    @Override
    public ToolInfo info() {
        return INFO;
    }

    @Override
    public Found find(ToolArguments arguments, Asker asker) {
        List<ConnectionInfo> usable =
                source.usable(asker, GitConnectionType.KIND, GiteaConnectionType.KIND);
        if (arguments.find("source").isPresent() || usable.size() == 1) {
            Connection chosen =
                    source.open(arguments, asker, GitConnectionType.KIND, GiteaConnectionType.KIND);
            if (chosen.kind().equals(GiteaConnectionType.KIND)) {
                return ofServer(chosen, arguments);
            }
        }
        String query = arguments.find("query").orElse("").toLowerCase(Locale.ROOT);
        List<Found.Item> items =
                usable.stream()
                        .filter(one -> fits(one, query))
                        .filter(one ->
                                arguments
                                        .find("source")
                                        .orElse(one.id().value())
                                        .equals(one.id().value()))
                        .map(one -> new Found.Item(fields(one), ""))
                        .toList();
        return new Found(
                "Git",
                "",
                items,
                false,
                items.isEmpty() ? "None is connected for you; an administrator can." : "");
    }

    private Found ofServer(Connection server, ToolArguments arguments) {
        Cursor cursor = Cursor.of(arguments);
        List<GiteaRepository> found =
                servers.repositories(server, arguments.find("query").orElse(""), cursor.page());
        List<Found.Item> items = new ArrayList<>();
        for (int at = cursor.row(); at < found.size(); at++) {
            items.add(new Found.Item(fields(server, found.get(at)), cursor.after(at)));
        }
        return new Found(
                server.name(),
                "",
                items,
                found.size() == GiteaServers.PAGE,
                "Give a query to find one by its name.");
    }

    /** A server is found whatever the words: what it has is not known here. */
    private static boolean fits(ConnectionInfo connection, String query) {
        return connection.kind().equals(GiteaConnectionType.KIND)
                || connection.name().toLowerCase(Locale.ROOT).contains(query)
                || connection.id().value().contains(query);
    }

    private static Map<String, ?> fields(ConnectionInfo connection) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("source", connection.id().value());
        fields.put("name", connection.name());
        fields.put(
                "kind",
                connection.kind().equals(GiteaConnectionType.KIND)
                        ? "server with many repositories"
                        : "repository");
        return fields;
    }

    private static Map<String, ?> fields(Connection server, GiteaRepository repository) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("source", server.id().value());
        fields.put("repo", repository.name());
        fields.put("description", repository.description());
        fields.put("defaultBranch", repository.defaultBranch());
        fields.put("updated", repository.updated());
        if (repository.archived()) {
            fields.put("archived", true);
        }
        if (repository.empty()) {
            fields.put("empty", true);
        }
        return fields;
    }
}
