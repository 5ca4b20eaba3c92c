package io.opslore.tools.git;

import io.opslore.connections.git.CommitId;
import io.opslore.connections.git.FileDiff;
import io.opslore.connections.git.GitRepository.DiffQuery;
import io.opslore.connections.gitea.GiteaServers;
import io.opslore.connections.gitea.PullRequest;
import io.opslore.connections.gitea.Review;
import io.opslore.identity.Asker;
import io.opslore.tools.Found;
import io.opslore.tools.Paged;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.ToolParameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A pull request with what was said of it and what it changes. */
@Component
class PullGet implements GiteaTool {

    private static final int LAST = 9_999_999;
    private static final int TEXT = 3_000;
    private static final int REMARK = 1_000;

    private static final ToolInfo INFO =
            new ToolInfo(
                    "git_pull_get",
                    "Look at a pull request",
                    "Tells a pull request's text, reviews and comments in the first row, and in a"
                            + " row for each file the lines it changes since it left its base.",
                    ServerRepository.parameters(
                            ToolParameter.number("number", "Its number", LAST),
                            ToolParameter.text("path", "Only this file or folder").optional(),
                            ToolParameter.cursor()));

    private final ServerRepository repository;
    private final OpenedRepositories opened;
    private final GiteaServers servers;

    PullGet(ServerRepository repository, OpenedRepositories opened, GiteaServers servers) {
        this.repository = repository;
        this.opened = opened;
        this.servers = servers;
    }

    @Override
    public ToolInfo info() {
        return INFO;
    }

    @Override
    public Found find(ToolArguments arguments, Asker asker) {
        var chosen = repository.open(arguments, asker);
        int number = Numbers.required(arguments, "number");
        PullRequest pull = servers.pull(chosen.connection(), chosen.name(), number);
        List<Review> said =
                Stream.concat(
                                servers
                                        .reviews(chosen.connection(), chosen.name(), number)
                                        .stream(),
                                servers
                                        .comments(chosen.connection(), chosen.name(), number)
                                        .stream())
                        .toList();
        return opened.readCurrent(
                chosen.connection(),
                servers.remote(chosen.connection(), chosen.name()),
                read -> told(read, pull, said, arguments));
    }

    private static Found told(
            Opened read, PullRequest pull, List<Review> said, ToolArguments arguments) {
        int from = Paged.position(arguments);
        CommitId head = read.repository().resolve(pull.headCommit());
        CommitId base = read.repository().resolve(pull.baseCommit());
        List<FileDiff> diff =
                read.repository()
                        .diff(
                                new DiffQuery(
                                        read.repository()
                                                .mergeBase(base, head)
                                                .or(() -> Optional.of(base)),
                                        head,
                                        arguments.find("path").orElse(""),
                                        DiffGet.USUAL_CONTEXT,
                                        from,
                                        DiffGet.FILES + 1,
                                        DiffGet.A_FILE),
                                read.sight());
        List<Found.Item> items = new ArrayList<>();
        if (from == 0) {
            items.add(new Found.Item(fields(pull, said), "0"));
        }
        items.addAll(DiffGet.items(diff, from));
        return new Found(
                read.name(),
                head.value(),
                items,
                diff.size() > DiffGet.FILES,
                "Give a path to see one file alone.");
    }

    private static Map<String, Object> fields(PullRequest pull, List<Review> said) {
        Map<String, Object> fields = PullsList.fields(pull);
        fields.put("text", Commits.cut(pull.text(), TEXT));
        fields.put(
                "said", said.stream().filter(PullGet::saysSomething).map(PullGet::told).toList());
        return fields;
    }

    private static boolean saysSomething(Review review) {
        return !review.text().isBlank() || !review.verdict().equals("COMMENT");
    }

    private static Map<String, Object> told(Review review) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("author", review.author());
        fields.put("verdict", review.verdict());
        fields.put("text", Commits.cut(review.text(), REMARK));
        fields.put("time", review.time());
        return fields;
    }
}
