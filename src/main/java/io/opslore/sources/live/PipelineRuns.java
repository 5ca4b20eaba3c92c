package io.opslore.sources.live;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.connections.ConnectionField;
import io.opslore.connections.gitea.ActionsRun;
import io.opslore.connections.gitea.GiteaConnectionType;
import io.opslore.connections.gitea.GiteaServers;
import io.opslore.connections.gitea.JobLog;
import io.opslore.connections.gitea.JobLog.LogQuery;
import io.opslore.guard.MaskScope;
import io.opslore.guard.Masking;
import io.opslore.sources.Snapshot;
import io.opslore.sources.Source;
import io.opslore.sources.SourceKind;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The last runs of a repository's pipelines that have ended, one document each, with the ends of
 * the logs of jobs that failed. Thread-safe.
 */
@Component
class PipelineRuns implements SourceKind {

    private static final String REPOSITORY = "repository";
    private static final String WORKFLOWS = "workflows";
    private static final String MOST = "most";
    private static final int USUAL_RUNS = 50;
    private static final int MOST_RUNS = 500;
    private static final int MOST_PAGES = 40;
    private static final int LAST_LINES = 80;

    private final GiteaServers servers;
    private final Masking masking;
    private final Clock clock;

    PipelineRuns(GiteaServers servers, Masking masking, Clock clock) {
        this.servers = servers;
        this.masking = masking;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "runs";
    }

    @Override
    public Set<String> connections() {
        return Set.of(GiteaConnectionType.KIND);
    }

    @Override
    public List<ConnectionField> options(String connection) {
        return List.of(
                ConnectionField.line(REPOSITORY),
                ConnectionField.lines(WORKFLOWS).optional(),
                ConnectionField.line(MOST).optional());
    }

    @Override
    public boolean hasFiles() {
        return false;
    }

    @Override
    public void check(Source source, Connection connection) {
        NameChoice.of(source.rules().option(WORKFLOWS));
        most(source);
        servers.remote(connection, source.rules().option(REPOSITORY));
    }

    @Override
    public Snapshot take(Source source, Connection connection) {
        var gathering = new Gathering(clock);
        for (PipelineRun run : runs(source, connection, gathering)) {
            gathering.add(
                    LiveDocument.later(
                            run.path(),
                            run.commit(),
                            run.toString(),
                            () -> page(source, connection, run)));
        }
        return gathering.snapshot(key());
    }

    /** The newest first; each page may tell runs, or jobs of them. */
    private List<PipelineRun> runs(Source source, Connection connection, Gathering gathering) {
        NameChoice workflows = NameChoice.of(source.rules().option(WORKFLOWS));
        Map<String, PipelineRun> runs = new LinkedHashMap<>();
        String repository = source.rules().option(REPOSITORY);
        int most = most(source);
        for (int page = 1; page <= MOST_PAGES && runs.size() <= most; page++) {
            gathering.goOn();
            List<ActionsRun> rows = servers.runs(connection, repository, page);
            rows.stream()
                    .filter(row -> workflows.takes(PipelineRun.workflow(row)))
                    .map(PipelineRun::of)
                    .forEach(run -> runs.merge(run.path(), run, PipelineRun::with));
            if (rows.size() < GiteaServers.PAGE) {
                break;
            }
        }
        return new ArrayList<>(runs.values())
                .stream().limit(most).filter(PipelineRun::hasEnded).toList();
    }

    /** Titles and names of branches may hold anything, too. */
    private String page(Source source, Connection connection, PipelineRun run) {
        String page = run.page(logs(source, connection, run));
        return masking.mask(page, MaskScope.space(connection.space().value())).text();
    }

    /** None from servers that tell no logs. */
    private List<JobLog> logs(Source source, Connection connection, PipelineRun run) {
        if (run.id() == 0) {
            return List.of();
        }
        MaskScope scope = MaskScope.space(connection.space().value());
        LogQuery query = LogQuery.ofFailures(LAST_LINES, text -> masking.mask(text, scope).text());
        try {
            String repository = source.rules().option(REPOSITORY);
            return servers.logs(connection, repository, run.id(), query);
        } catch (ConnectionFailed failed) {
            if (failed.reason() == Reason.NOT_FOUND) {
                return List.of();
            }
            throw failed;
        }
    }

    private static int most(Source source) {
        return Told.number(source.rules().option(MOST), USUAL_RUNS, 1, MOST_RUNS);
    }
}
