package io.opslore.tools.git;

import io.opslore.connections.Connection;
import io.opslore.connections.git.GitConnectionType;
import io.opslore.connections.git.GitFile;
import io.opslore.connections.git.GitRemote;
import io.opslore.connections.git.GitRepositories;
import io.opslore.connections.git.GitRepository;
import io.opslore.connections.gitea.GiteaConnectionType;
import io.opslore.connections.gitea.GiteaServers;
import io.opslore.guard.MaskScope;
import io.opslore.guard.Masked;
import io.opslore.guard.Masking;
import io.opslore.identity.Asker;
import io.opslore.tools.ChosenSource;
import io.opslore.tools.Found;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolFailure;
import io.opslore.tools.ToolParameter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Opens the repository that a call means, for whoever may look into it. Thread-safe. */
@Component
class OpenedRepositories {

    private static final String REPO = "repo";
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final ChosenSource source;
    private final GitRepositories repositories;
    private final GiteaServers servers;
    private final Masking masking;

    OpenedRepositories(
            ChosenSource source,
            GitRepositories repositories,
            GiteaServers servers,
            Masking masking) {
        this.source = source;
        this.servers = servers;
        this.repositories = repositories;
        this.masking = masking;
    }

    /** A tool's own parameters, behind those that say which repository it reads. */
    static List<ToolParameter> parameters(ToolParameter... own) {
        List<ToolParameter> parameters = new ArrayList<>();
        parameters.add(ChosenSource.parameter());
        parameters.add(
                ToolParameter.text(
                                REPO,
                                "owner/name of a repository, where the source is a server with"
                                        + " many (see git_repos_list)")
                        .optional());
        parameters.addAll(List.of(own));
        return parameters;
    }

    Found read(ToolArguments arguments, Asker asker, Function<Opened, Found> reading) {
        Connection connection =
                source.open(arguments, asker, GitConnectionType.KIND, GiteaConnectionType.KIND);
        GitRemote remote = remote(connection, arguments);
        return read(connection, remote, repositories.open(remote), reading);
    }

    /** A repository that another tool has chosen, as it is at its server now. */
    Found readCurrent(Connection connection, GitRemote remote, Function<Opened, Found> reading) {
        return read(connection, remote, repositories.refresh(remote, PATIENCE), reading);
    }

    private Found read(
            Connection connection,
            GitRemote remote,
            GitRepository opened,
            Function<Opened, Found> reading) {
        try (GitRepository repository = opened) {
            MaskScope scope = MaskScope.space(connection.space().value());
            return reading.apply(
                    new Opened(
                            remote.name(),
                            repository,
                            file -> masked(file, scope).text(),
                            file -> masked(file, scope).secrets()));
        }
    }

    private GitRemote remote(Connection connection, ToolArguments arguments) {
        return connection.kind().equals(GitConnectionType.KIND)
                ? GitRemote.of(connection)
                : servers.remote(connection, required(arguments));
    }

    static String required(ToolArguments arguments) {
        return arguments
                .find(REPO)
                .orElseThrow(() ->
                        ToolFailure.invalid(
                                "The source is a server with many repositories.",
                                "Give repo as owner/name; git_repos_list lists them."));
    }

    /** Files without their secrets, by what each as a whole is, before a part of it is taken. */
    private Masked masked(GitFile file, MaskScope scope) {
        return masking.mask(file.text(), file.path(), scope);
    }
}
