package io.opslore.connections.gitea;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** What the server answers as records; what it leaves out is empty. */
final class Answers {

    private Answers() {}

    static <T> List<T> list(JsonNode nodes, Function<JsonNode, T> each) {
        List<T> list = new ArrayList<>();
        nodes.forEach(node -> list.add(each.apply(node)));
        return list;
    }

    static GiteaRepository repository(JsonNode node) {
        return new GiteaRepository(
                text(node, "full_name"),
                text(node, "description"),
                text(node, "default_branch"),
                text(node, "updated_at"),
                node.path("archived").asBoolean(false),
                node.path("empty").asBoolean(false));
    }

    static PullRequest pull(JsonNode node) {
        return new PullRequest(
                node.path("number").asInt(0),
                text(node, "title"),
                text(node, "body"),
                text(node.path("user"), "login"),
                node.path("merged").asBoolean(false) ? "merged" : text(node, "state"),
                node.path("draft").asBoolean(false),
                text(node.path("base"), "ref"),
                text(node.path("base"), "sha"),
                text(node.path("head"), "ref"),
                text(node.path("head"), "sha"),
                text(node, "updated_at"));
    }

    static Review review(JsonNode node) {
        return new Review(
                text(node.path("user"), "login"),
                text(node, "state"),
                text(node, "body"),
                text(node, "submitted_at"));
    }

    static Review comment(JsonNode node) {
        return new Review(
                text(node.path("user"), "login"),
                "COMMENT",
                text(node, "body"),
                text(node, "updated_at"));
    }

    static Issue issue(JsonNode node) {
        return new Issue(
                node.path("number").asInt(0),
                text(node, "title"),
                text(node, "body"),
                text(node.path("user"), "login"),
                text(node, "state"),
                list(node.path("labels"), label -> text(label, "name")),
                node.path("comments").asInt(0),
                text(node, "updated_at"));
    }

    static ActionsRun run(JsonNode node) {
        return run(node, node.path("id").asLong(0), status(node));
    }

    /** A job as older servers tell it; its log cannot be asked for by this id. */
    static ActionsRun task(JsonNode node) {
        return run(node, 0, status(node));
    }

    /** How it ended, or else how it stands. */
    static String status(JsonNode node) {
        String conclusion = text(node, "conclusion");
        return conclusion.isEmpty() ? text(node, "status") : conclusion;
    }

    static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    private static ActionsRun run(JsonNode node, long id, String status) {
        String title = text(node, "display_title");
        String workflow = text(node, "path");
        String started = text(node, "run_started_at");
        String ended = text(node, "completed_at");
        return new ActionsRun(
                id,
                node.path("run_number").asLong(0),
                title.isEmpty() ? text(node, "name") : title,
                workflow.isEmpty() ? text(node, "workflow_id") : workflow,
                text(node, "event"),
                text(node, "head_branch"),
                text(node, "head_sha"),
                text(node, "name"),
                status,
                started.isEmpty() ? text(node, "started_at") : started,
                ended.isEmpty() ? text(node, "updated_at") : ended);
    }
}
