package io.opslore.connections.gitea;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.connections.git.GitRemote;
import io.opslore.connections.gitea.JobLog.LogQuery;
import io.opslore.outbound.Exchange;
import io.opslore.outbound.Outbound;
import io.opslore.outbound.OutboundDenied;
import io.opslore.outbound.Reach;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Service;
import org.springframework.util.unit.DataSize;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/**
 * Asks Gitea and Forgejo. Whoever calls has opened the connection for somebody. Repositories are
 * named {@code owner/name}, pages count from 1. Thread-safe.
 */
@Service
public class GiteaServers {

    /** How many rows a page has. */
    public static final int PAGE = 50;

    private static final Duration SILENCE = Duration.ofSeconds(20);
    private static final Exchange EXCHANGE =
            new Exchange(Duration.ofSeconds(25), DataSize.ofMegabytes(32), "Gitea");

    private static final Pattern REPOSITORY =
            Pattern.compile("(?!\\.)[A-Za-z0-9._-]{1,100}/(?!\\.)[A-Za-z0-9._-]{1,100}");

    private final Outbound outbound;

    GiteaServers(Outbound outbound) {
        this.outbound = outbound;
    }

    /** Those that the token may read, by name. */
    public List<GiteaRepository> repositories(Connection connection, String words, int page) {
        return ask(
                connection,
                api ->
                        Answers.list(
                                api.repositories(words, page, PAGE).path("data"),
                                Answers::repository));
    }

    /**
     * Where a repository is cloned from.
     *
     * @throws ConnectionFailed for what is no name of one
     */
    public GitRemote remote(Connection connection, String repository) {
        Named named = named(repository);
        return new GitRemote(
                connection.id().value(),
                connection.name() + " " + repository,
                URI.create(base(connection) + named.owner + "/" + named.name + ".git"),
                "",
                connection.secret(GiteaConnectionType.TOKEN),
                List.of(),
                true);
    }

    /**
     * @param state open, closed or all
     */
    public List<PullRequest> pulls(
            Connection connection, String repository, String state, int page) {
        Named named = named(repository);
        return ask(
                connection,
                api ->
                        Answers.list(
                                api.pulls(named.owner, named.name, state, page, PAGE),
                                Answers::pull));
    }

    public PullRequest pull(Connection connection, String repository, int number) {
        Named named = named(repository);
        return ask(connection, api -> Answers.pull(api.pull(named.owner, named.name, number)));
    }

    public List<Review> reviews(Connection connection, String repository, int number) {
        Named named = named(repository);
        return ask(
                connection,
                api -> Answers.list(api.reviews(named.owner, named.name, number), Answers::review));
    }

    /**
     * @param state open, closed or all
     * @param words empty for any
     */
    public List<Issue> issues(
            Connection connection, String repository, String state, String words, int page) {
        Named named = named(repository);
        return ask(
                connection,
                api ->
                        Answers.list(
                                api.issues(named.owner, named.name, state, words, page, PAGE),
                                Answers::issue));
    }

    /** What was said of an issue or a pull request, oldest first. */
    public List<Review> comments(Connection connection, String repository, int number) {
        Named named = named(repository);
        return ask(
                connection,
                api ->
                        Answers.list(
                                api.comments(named.owner, named.name, number), Answers::comment));
    }

    /** Newest first. */
    public List<ActionsRun> runs(Connection connection, String repository, int page) {
        Named named = named(repository);
        return ask(
                connection,
                api -> {
                    try {
                        return Answers.list(
                                api.runs(named.owner, named.name, page, PAGE).path("workflow_runs"),
                                Answers::run);
                    } catch (
                            org.springframework.web.client.HttpClientErrorException.NotFound
                                    older) {
                        return Answers.list(
                                api.tasks(named.owner, named.name, page, PAGE)
                                        .path("workflow_runs"),
                                Answers::task);
                    }
                });
    }

    /** The last lines of each job of a run. */
    public List<JobLog> logs(Connection connection, String repository, long run, LogQuery query) {
        Named named = named(repository);
        return ask(connection, api -> new JobLogs(api, named.owner, named.name).of(run, query));
    }

    /** Throws if the address cannot be meant. */
    void check(Connection connection) {
        try {
            outbound.requireWellWritten(URI.create(base(connection)), reach(connection));
        } catch (OutboundDenied denied) {
            throw new ConnectionFailed(
                    Reason.UNFIT,
                    denied.reason() + ".",
                    "Enter an https address, or name its host and port in"
                            + " opslore.outbound.allowed-hosts.");
        }
    }

    /** Speaks to the server once. */
    String greeting(Connection connection) {
        return ask(
                connection,
                api -> {
                    String version = Answers.text(api.version(), "version");
                    int repositories = api.repositories("", 1, PAGE).path("data").size();
                    return "Version %s, %d%s repositories"
                            .formatted(
                                    version, repositories, repositories == PAGE ? " or more" : "");
                });
    }

    private <T> T ask(Connection connection, Function<GiteaApi, T> question) {
        try {
            return question.apply(api(connection));
        } catch (org.springframework.web.client.RestClientException e) {
            throw GiteaFailures.of(e);
        }
    }

    private GiteaApi api(Connection connection) {
        String token = connection.secret(GiteaConnectionType.TOKEN);
        RestClient.Builder client =
                RestClient.builder()
                        .baseUrl(base(connection))
                        .defaultStatusHandler(
                                HttpStatusCode::is3xxRedirection,
                                (request, answer) -> {
                                    throw GiteaFailures.moved();
                                })
                        .requestFactory(outbound.requests(reach(connection), EXCHANGE));
        if (!token.isEmpty()) {
            client.defaultHeader("Authorization", "token " + token);
        }
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client.build()))
                .build()
                .createClient(GiteaApi.class);
    }

    /** A token must not travel in the clear, unless the operator says so of the host. */
    private static Reach reach(Connection connection) {
        return new Reach(connection.secret(GiteaConnectionType.TOKEN).isEmpty(), SILENCE);
    }

    private static String base(Connection connection) {
        String url = connection.setting(GiteaConnectionType.URL).replaceFirst("/*$", "/");
        try {
            URI address = new URI(url);
            if (address.getRawQuery() == null && address.getRawFragment() == null) {
                return url;
            }
        } catch (java.net.URISyntaxException e) {
            throw noAddress();
        }
        throw noAddress();
    }

    private static ConnectionFailed noAddress() {
        return new ConnectionFailed(
                Reason.UNFIT,
                "That is no address of a server.",
                "Enter where people open it in the browser, such as https://git.example.org.");
    }

    private static Named named(String repository) {
        if (!REPOSITORY.matcher(repository).matches() || repository.contains("..")) {
            throw new ConnectionFailed(
                    Reason.UNFIT,
                    "That is no name of a repository.",
                    "Give owner/name, as the list of repositories tells it.");
        }
        int slash = repository.indexOf('/');
        return new Named(repository.substring(0, slash), repository.substring(slash + 1));
    }

    private record Named(String owner, String name) {}
}
