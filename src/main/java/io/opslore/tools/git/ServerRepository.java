package io.opslore.tools.git;

import io.opslore.connections.Connection;
import io.opslore.connections.gitea.GiteaConnectionType;
import io.opslore.identity.Asker;
import io.opslore.tools.ChosenSource;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolParameter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says which repository of which server a call means. Thread-safe. */
@Component
class ServerRepository {

    private final ChosenSource source;

    ServerRepository(ChosenSource source) {
        this.source = source;
    }

    /** A tool's own parameters, behind those that say which repository it asks about. */
    static List<ToolParameter> parameters(ToolParameter... own) {
        List<ToolParameter> parameters = new ArrayList<>();
        parameters.add(ChosenSource.parameter());
        parameters.add(ToolParameter.text("repo", "owner/name (see git_repos_list)"));
        parameters.addAll(List.of(own));
        return parameters;
    }

    Chosen open(ToolArguments arguments, Asker asker) {
        Connection connection = source.open(arguments, asker, GiteaConnectionType.KIND);
        return new Chosen(connection, arguments.text("repo"));
    }

    /**
     * @param name {@code owner/name}, as it was given
     */
    record Chosen(Connection connection, String name) {

        /** As people know it. */
        String title() {
            return connection.name() + " " + name;
        }
    }
}
