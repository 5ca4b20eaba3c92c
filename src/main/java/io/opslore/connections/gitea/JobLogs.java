package io.opslore.connections.gitea;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.connections.gitea.JobLog.LogQuery;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.client.HttpClientErrorException.NotFound;
import tools.jackson.databind.JsonNode;

/** The logs of one repository's runs. */
final class JobLogs {

    private static final int MOST = 20;

    private final GiteaApi api;
    private final String owner;
    private final String name;

    JobLogs(GiteaApi api, String owner, String name) {
        this.api = api;
        this.owner = owner;
        this.name = name;
    }

    List<JobLog> of(long run, LogQuery query) {
        List<JobLog> logs = new ArrayList<>();
        for (JsonNode job : jobs(run)) {
            String status = Answers.status(job);
            LogTail tail =
                    query.failures() && !status.equals("failure")
                            ? new LogTail()
                            : read(job.path("id").asLong(0));
            logs.add(
                    new JobLog(
                            Answers.text(job, "name"),
                            status,
                            Answers.text(job, "started_at"),
                            Answers.text(job, "completed_at"),
                            tail.lines(query.sight(), query.grep(), query.most()),
                            tail.count()));
            if (logs.size() == MOST) {
                break;
            }
        }
        return logs;
    }

    private JsonNode jobs(long run) {
        try {
            return api.jobs(owner, name, run).path("jobs");
        } catch (NotFound older) {
            throw new ConnectionFailed(
                    Reason.NOT_FOUND,
                    "There is no such run, or this server does not tell logs by its API.",
                    "List runs with their ids; Gitea tells logs from 1.25 on.");
        }
    }

    private LogTail read(long job) {
        var tail = new LogTail();
        try (InputStream in = api.log(owner, name, job).getBody()) {
            if (in != null) {
                tail.read(in);
            }
        } catch (NotFound none) {
            // A job that has not begun has no log: the tail stays empty.
            return tail;
        } catch (IOException e) {
            throw GiteaFailures.of(e);
        }
        return tail;
    }
}
