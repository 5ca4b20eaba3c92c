package io.opslore.models.ollama;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.opslore.models.LoadedModel;
import io.opslore.models.ModelFailure;
import io.opslore.models.ModelFailure.Reason;
import io.opslore.models.ModelName;
import io.opslore.models.PullStep;
import io.opslore.models.StoredModel;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What Ollama says of its models, in its own words; what it leaves out is null. */
final class OllamaTold {

    private static final int LONGEST = 300;

    private OllamaTold() {}

    /** Why it did not do what was asked, cut to a readable length. */
    static String error(String body) {
        String said = body;
        try {
            said = JsonMapper.shared().readTree(body).path("error").asString(body);
        } catch (JacksonException plain) {
            // A proxy before it speaks for itself: its words are as good as any.
        }
        String line = said.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    record Version(String version) {}

    record Tags(@Nullable List<Tag> models) {
        List<Tag> all() {
            return models == null ? List.of() : models;
        }

        /** Empty where the model is not there, or the server does not say. */
        String digest(String model) {
            return all().stream()
                    .filter(tag -> ModelName.same(tag.name(), model))
                    .map(tag -> orEmpty(tag.digest()))
                    .findFirst()
                    .orElse("");
        }
    }

    record Tag(
            String name,
            @Nullable String digest,
            long size,
            @Nullable @JsonProperty("modified_at") OffsetDateTime modified,
            @Nullable Details details) {

        StoredModel toModel() {
            return new StoredModel(
                    name,
                    orEmpty(digest),
                    size,
                    details == null ? "" : orEmpty(details.parameters()),
                    details == null ? "" : orEmpty(details.quantisation()),
                    modified == null ? Instant.EPOCH : modified.toInstant());
        }
    }

    record Details(
            @Nullable @JsonProperty("parameter_size") String parameters,
            @Nullable @JsonProperty("quantization_level") String quantisation) {}

    record Processes(@Nullable List<Process> models) {
        List<Process> all() {
            return models == null ? List.of() : models;
        }
    }

    record Process(
            String name,
            long size,
            @JsonProperty("size_vram") long video,
            @Nullable @JsonProperty("context_length") Integer context,
            @JsonProperty("expires_at") OffsetDateTime until) {

        LoadedModel toModel() {
            return new LoadedModel(
                    name,
                    size,
                    video,
                    context == null ? OptionalInt.empty() : OptionalInt.of(context),
                    until.toInstant());
        }
    }

    /** A line of the stream; an error comes with status 200, in the place of a line. */
    record Pull(
            @Nullable String status,
            @Nullable String digest,
            @Nullable Long total,
            @Nullable Long completed,
            @Nullable String error) {

        PullStep toStep() {
            if (error != null) {
                throw new ModelFailure(Reason.REFUSED, error);
            }
            return new PullStep(
                    orEmpty(status),
                    orEmpty(digest),
                    Objects.requireNonNullElse(total, 0L),
                    Objects.requireNonNullElse(completed, 0L));
        }
    }

    /** The name of the model's family comes before what is told: {@code bert.context_length}. */
    record Shown(@Nullable @JsonProperty("model_info") Map<String, Object> info) {

        private static final String WINDOW = ".context_length";

        int contextTokens() {
            return info == null
                    ? 0
                    : info.entrySet().stream()
                            .filter(told -> told.getKey().endsWith(WINDOW))
                            .map(Map.Entry::getValue)
                            .mapToInt(told -> told instanceof Number number ? number.intValue() : 0)
                            .max()
                            .orElse(0);
        }
    }

    record Embedded(@Nullable List<float[]> embeddings) {

        List<float[]> vectors() {
            return embeddings == null ? List.of() : embeddings;
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
