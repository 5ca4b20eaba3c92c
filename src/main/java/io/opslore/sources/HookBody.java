package io.opslore.sources;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a webhook says of a push.
 *
 * @param ref a branch or a tag; empty where it is about something else
 * @param after the commit that it is at now
 * @param ownChoice the repository's default branch; empty where it is not said
 * @param pushedAt null where it is not said
 */
record HookBody(String ref, String after, String ownChoice, @Nullable Instant pushedAt) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Empty for what is no JSON object. */
    static Optional<HookBody> of(byte[] body) {
        try {
            JsonNode root = JSON.readTree(body);
            return root.isObject() ? Optional.of(of(root)) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static HookBody of(JsonNode root) {
        JsonNode pushed = root.path("repository").path("pushed_at");
        String choice = text(root.path("repository").path("default_branch"));
        return new HookBody(
                text(root.path("ref")).replaceFirst("^refs/(heads|tags)/", ""),
                text(root.path("after")),
                choice.isEmpty() ? text(root.path("project").path("default_branch")) : choice,
                pushed.isIntegralNumber() ? Instant.ofEpochSecond(pushed.asLong()) : null);
    }

    private static String text(JsonNode node) {
        return node.isString() ? node.asString() : "";
    }

    /** Whether it is about what the source follows. */
    boolean concerns(SourceRules rules) {
        if (ref.isEmpty()) {
            return false;
        }
        String followed = rules.option(GitFiles.REF);
        return followed.isEmpty()
                ? ownChoice.isEmpty() || ownChoice.equals(ref)
                : followed.equals(ref);
    }
}
