package io.opslore.assistant.api;

import io.opslore.assistant.Answer;
import io.opslore.assistant.Assistant;
import io.opslore.assistant.ConversationId;
import io.opslore.assistant.Conversations;
import io.opslore.assistant.LookupWish;
import io.opslore.assistant.ModelWish;
import io.opslore.identity.Asker;
import io.opslore.identity.SignedIn;
import io.opslore.models.ModelTask;
import io.opslore.models.TaskModels;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Questions in the form of OpenAI's chat completions. The last thing a person said is the question;
 * where the one before it was asked here too, the conversation goes on. Who goes away before the
 * end has heard enough: the answer stops.
 */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/v1")
class Completions {

    private static final String PORTAL = "opslore";

    private final Assistant assistant;
    private final Conversations conversations;
    private final TaskModels models;
    private final SignedIn signedIn;

    Completions(
            Assistant assistant,
            Conversations conversations,
            TaskModels models,
            SignedIn signedIn) {
        this.assistant = assistant;
        this.conversations = conversations;
        this.models = models;
        this.signedIn = signedIn;
    }

    /** For everyone with a token: what may stand in {@code model}. */
    @GetMapping("/models")
    Map<String, Object> models() {
        Stream<String> names =
                Stream.of(
                                Stream.of(PORTAL),
                                ModelTask.SPEAKING.stream().map(task -> PORTAL + "-" + task.key()),
                                models.allowed(signedIn.asker()).stream())
                        .flatMap(all -> all);
        return Map.of("object", "list", "data", names.map(Completions::model).toList());
    }

    /** For everyone with a token that may ask. */
    @PostMapping("/chat/completions")
    Object complete(@RequestBody CompletionRequest request) {
        Asker asker = signedIn.asker();
        List<String> said = request.said();
        if (said.isEmpty()) {
            throw new IllegalArgumentException("There is no message of the role user.");
        }
        String model = Optional.ofNullable(request.model()).orElse(PORTAL);
        ConversationId conversation =
                said.size() < 2
                        ? null
                        : conversations.lastAsked(said.get(said.size() - 2), asker).orElse(null);
        Answer answer =
                assistant.ask(said.getLast(), conversation, wish(model, request.looks()), asker);
        var completion =
                new Completion(
                        model,
                        new CompletionText(
                                ServletUriComponentsBuilder.fromCurrentContextPath()
                                        .toUriString()));
        return request.streams()
                ? streamed(answer, completion, asker)
                : whole(answer, completion, asker);
    }

    private ResponseEntity<SseEmitter> streamed(Answer answer, Completion completion, Asker asker) {
        // How long an answer may take is bounded where models are asked.
        var events = new SseEmitter(0L);
        var stream = new CompletionStream(events, completion);
        Runnable leave = assistant.follow(answer.id(), asker, stream::show);
        events.onCompletion(leave);
        events.onError(gone -> {
            leave.run();
            assistant.stop(answer.id(), asker);
        });
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .header("X-Accel-Buffering", "no")
                .body(events);
    }

    private CompletableFuture<Map<String, Object>> whole(
            Answer answer, Completion completion, Asker asker) {
        var whole = new CompletableFuture<Map<String, Object>>();
        Runnable leave =
                assistant.follow(
                        answer.id(),
                        asker,
                        snapshot -> {
                            if (snapshot.outcome().isFinal()) {
                                whole.complete(completion.whole(snapshot));
                            }
                        });
        whole.whenComplete((body, gone) -> leave.run());
        return whole;
    }

    private static ModelWish wish(String model, boolean looks) {
        return wish(model).looking(looks ? LookupWish.NONE : LookupWish.NOWHERE);
    }

    private static ModelWish wish(String model) {
        if (model.equals(PORTAL)) {
            return ModelWish.AUTOMATIC;
        }
        @Nullable ModelTask task =
                model.startsWith(PORTAL + "-")
                        ? ModelTask.of(model.substring(PORTAL.length() + 1))
                                .filter(ModelTask.SPEAKING::contains)
                                .orElse(null)
                        : null;
        return task == null ? new ModelWish(null, model) : ModelWish.of(task);
    }

    private static Map<String, Object> model(String name) {
        return Map.of("id", name, "object", "model", "created", 0, "owned_by", PORTAL);
    }
}
