package io.opslore.sources.live;

import io.opslore.connections.gitea.ActionsRun;
import io.opslore.connections.gitea.JobLog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * One run of a workflow.
 *
 * @param id to ask for its logs; 0 where the server tells none
 * @param jobs as rows told them, where the server tells jobs and no runs
 */
record PipelineRun(
        long id,
        long number,
        String title,
        String workflow,
        String event,
        String branch,
        String commit,
        List<Job> jobs) {

    private static final int LONGEST = 400;
    private static final Set<String> BUSY =
            Set.of(
                    "",
                    "running",
                    "waiting",
                    "queued",
                    "in_progress",
                    "blocked",
                    "pending",
                    "requested",
                    "unknown");

    PipelineRun {
        jobs = List.copyOf(jobs);
    }

    /** A job, or the run itself where it is told as a whole. */
    record Job(String name, String status, String started, String ended) {

        boolean hasFailed() {
            return status.equals("failure");
        }
    }

    static PipelineRun of(ActionsRun row) {
        return new PipelineRun(
                row.id(),
                row.number(),
                row.title(),
                workflow(row),
                row.event(),
                row.branch(),
                row.commit(),
                List.of(new Job(row.job(), row.status(), row.started(), row.ended())));
    }

    /** The file's name, without the branch that some servers tell behind it. */
    static String workflow(ActionsRun row) {
        String path = row.workflow().replaceFirst("@.*$", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    PipelineRun with(PipelineRun other) {
        List<Job> all = new ArrayList<>(jobs);
        all.addAll(other.jobs);
        all.sort(Comparator.comparing(Job::started).thenComparing(Job::name));
        return new PipelineRun(id, number, title, workflow, event, branch, commit, all);
    }

    String path() {
        String folder = workflow.isEmpty() ? "workflow" : workflow.replaceFirst("\\.ya?ml$", "");
        return "runs/%s/%d.md".formatted(Told.segment(folder), number);
    }

    boolean hasEnded() {
        return jobs.stream().noneMatch(job -> BUSY.contains(job.status()));
    }

    private String state() {
        return jobs.stream().filter(Job::hasFailed).findFirst().orElse(jobs.getFirst()).status();
    }

    /**
     * @param logs of its jobs; none where the server tells none
     */
    String page(List<JobLog> logs) {
        StringBuilder text = new StringBuilder();
        text.append("# Run %d of %s: %s\n\n".formatted(number, workflow, state()));
        text.append("- Title: ").append(Told.code(title, LONGEST)).append('\n');
        text.append("- Branch: ").append(Told.code(branch, LONGEST)).append('\n');
        text.append("- Commit: ").append(Told.code(commit, LONGEST)).append('\n');
        text.append("- Started by: ").append(event).append('\n');
        if (logs.isEmpty()) {
            text.append("\n## Jobs\n\n");
            jobs.forEach(job -> job(text, job));
        } else {
            text.append(times(jobs.getFirst())).append("\n## Jobs\n\n");
            logs.forEach(log ->
                    job(text, new Job(log.name(), log.status(), log.started(), log.ended())));
            logs.stream().filter(log -> !log.lines().isEmpty()).forEach(log -> log(text, log));
        }
        return text.toString();
    }

    private static String times(Job run) {
        return "- Times: " + run.started() + " to " + run.ended() + "\n";
    }

    private static void job(StringBuilder text, Job job) {
        text.append("- ")
                .append(Told.code(job.name(), LONGEST))
                .append(": ")
                .append(job.status())
                .append(job.started().isEmpty() ? "" : ", " + job.started())
                .append(job.ended().isEmpty() ? "" : " to " + job.ended())
                .append('\n');
    }

    private static void log(StringBuilder text, JobLog log) {
        text.append("\n## End of the log of ").append(log.name()).append("\n\n```\n");
        log.lines().forEach(line -> text.append(fenced(line.text())).append('\n'));
        text.append("```\n");
    }

    private static String fenced(String line) {
        String safe = line.replace("```", "'''");
        return safe.length() > LONGEST ? safe.substring(0, LONGEST) + "…" : safe;
    }
}
