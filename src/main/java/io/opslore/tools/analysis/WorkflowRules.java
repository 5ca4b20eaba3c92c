package io.opslore.tools.analysis;

import com.google.re2j.Pattern;

/** Workflows of GitHub, Gitea and Forgejo Actions. */
final class WorkflowRules {

    private static final Pattern COMMIT = Pattern.compile(".*@[0-9a-f]{40}");
    private static final Pattern FLOATING =
            Pattern.compile(".*@(?:main|master|develop|HEAD|latest)");
    private static final Pattern INJECTED =
            Pattern.compile(
                    "\\$\\{\\{[^}]*(?:github|gitea|forgejo)\\.(?:head_ref|event\\.(?:issue|pull_request"
                            + "|comment|review|head_commit|commits)[^}]*(?:title|body|message|ref"
                            + "|label|name|email))");

    private final Report report;

    WorkflowRules(Report report) {
        this.report = report;
    }

    void look(String text) {
        YamlText.read(text, report).forEach(this::workflow);
    }

    private void workflow(YamlValue workflow) {
        boolean foreign = triggers(workflow, "pull_request_target");
        if (foreign) {
            report.warn(
                    "actions-pull-request-target",
                    workflow.get("on").line(),
                    "Runs with the repository's secrets for pull requests of strangers",
                    "Use pull_request, or never check out or run what the request brings.");
        }
        if (!workflow.get("permissions").isThere()) {
            report.note(
                    "actions-no-permissions",
                    1,
                    "The workflow's token has the usual rights, which may be to write",
                    "Set permissions: contents: read at the top.");
        } else if (workflow.get("permissions").is("write-all")) {
            report.warn(
                    "actions-write-all",
                    workflow.get("permissions").line(),
                    "The workflow's token may write everything",
                    "Name the permissions that are needed.");
        }
        workflow.get("jobs").entries().forEach((name, job) -> job(name, job, foreign));
    }

    private void job(String name, YamlValue job, boolean foreign) {
        report.holds("job " + name);
        YamlValue container = job.get("container");
        String image =
                container.text().isEmpty() ? container.get("image").text() : container.text();
        Images.look(report, "actions", image, container.line());
        uses(job.get("uses"));
        if (!job.get("timeout-minutes").isThere() && !job.get("uses").isThere()) {
            report.note(
                    "actions-no-timeout",
                    job.line(),
                    "Job %s may run for hours".formatted(name),
                    "Set timeout-minutes.");
        }
        job.get("steps").items().forEach(step -> step(step, foreign));
    }

    private void step(YamlValue step, boolean foreign) {
        uses(step.get("uses"));
        YamlValue run = step.get("run");
        if (INJECTED.matcher(run.text()).find()) {
            report.error(
                    "actions-injection",
                    run.line(),
                    "A text that strangers write becomes part of a script",
                    "Put it into env and use the variable, in quotes.");
        }
        String ref = step.get("with", "ref").text();
        if (foreign
                && step.get("uses").text().startsWith("actions/checkout")
                && ref.contains("pull_request.head")) {
            report.error(
                    "actions-foreign-code",
                    step.line(),
                    "A stranger's code is checked out where the secrets are",
                    "Do this in a workflow that is triggered by pull_request.");
        }
        if (step.get("env", "ACTIONS_ALLOW_UNSECURE_COMMANDS").is("true")) {
            report.error(
                    "actions-unsecure-commands",
                    step.line(),
                    "What a step prints can change later steps",
                    "Remove ACTIONS_ALLOW_UNSECURE_COMMANDS.");
        }
    }

    private void uses(YamlValue uses) {
        String action = uses.text();
        if (action.isEmpty() || action.startsWith("./") || COMMIT.matcher(action).matches()) {
            return;
        }
        if (action.startsWith("docker://")) {
            Images.look(report, "actions", action.substring("docker://".length()), uses.line());
        } else if (action.indexOf('@') < 0 || FLOATING.matcher(action).matches()) {
            report.warn(
                    "actions-unpinned",
                    uses.line(),
                    "Action %s is whatever its branch holds today".formatted(action),
                    "Pin it to a commit, with the version in a comment.");
        } else {
            report.note(
                    "actions-tag",
                    uses.line(),
                    "Action %s is pinned to a tag, which can be moved".formatted(action),
                    "Pin it to a commit, with the version in a comment.");
        }
    }

    private static boolean triggers(YamlValue workflow, String event) {
        YamlValue on = workflow.get("on");
        return on.is(event)
                || on.get(event).isThere()
                || on.entries().containsKey(event)
                || on.items().stream().anyMatch(item -> item.is(event));
    }
}
