package io.opslore.testing;

import io.opslore.models.ChatPart;
import io.opslore.models.ChatRequest;
import io.opslore.models.ModelFailure;
import io.opslore.models.ModelOptions;
import io.opslore.models.ModelServer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import reactor.core.publisher.Flux;

/**
 * A model server without a network, whose models say what the test wants; one, where it names no
 * other.
 */
public final class TestingModelServer implements ModelServer {

    public static final String MODEL = "testing:latest";

    /** How tests ask that do not care. */
    public static final ModelOptions OPTIONS = new ModelOptions(8192, 0.1, Optional.empty(), false);

    private final List<ChatRequest> requests = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile List<String> models = List.of(MODEL);
    private volatile boolean present;
    private volatile Function<ChatRequest, Flux<ChatPart>> answer = request -> Flux.never();

    @Override
    public String baseUrl() {
        return "http://testing.invalid";
    }

    @Override
    public List<InstalledModel> installed() {
        if (!present) {
            throw new ModelFailure(ModelFailure.Reason.UNREACHABLE, "Gone");
        }
        return models.stream().map(model -> new InstalledModel(model, true)).toList();
    }

    @Override
    public Flux<ChatPart> stream(String model, ChatRequest request) {
        requests.add(request);
        asked.add(model);
        return answer.apply(request).map(part -> from(model, part));
    }

    private static ChatPart from(String model, ChatPart part) {
        return part instanceof ChatPart.Done done
                ? new ChatPart.Done(model, done.promptTokens(), done.answerTokens(), done.atLimit())
                : part;
    }

    /** From now on it is there and answers so. */
    public void answers(Flux<ChatPart> stream) {
        answer = request -> stream;
        present = true;
    }

    /** From now on it is there and answers with these words, then is done. */
    public void says(String... words) {
        answers(said(words));
    }

    /**
     * From now on, where it is held to a form, it says these one after the other and then that it
     * wants no more; else these words.
     */
    public void plans(List<String> plans, String... words) {
        var left = new ConcurrentLinkedQueue<>(plans);
        answers(Flux.empty());
        answer =
                request ->
                        said(
                                request.form().isEmpty()
                                        ? words
                                        : new String[] {
                                            Objects.requireNonNullElse(
                                                    left.poll(), "{\"calls\": []}")
                                        });
    }

    /** From now on, where it is held to a form, another server says what; else these words. */
    public void plansAs(Function<ChatRequest, Flux<ChatPart>> planner, String... words) {
        answers(Flux.empty());
        answer = request -> request.form().isEmpty() ? said(words) : planner.apply(request);
    }

    /** From now on, where it is held to a form, it says nothing at all; else these words. */
    public void plansNothingEver(String... words) {
        answers(Flux.empty());
        answer = request -> request.form().isEmpty() ? said(words) : Flux.never();
    }

    private static Flux<ChatPart> said(String... words) {
        return Flux.fromArray(words)
                .<ChatPart>map(ChatPart.Words::new)
                .concatWithValues(new ChatPart.Done(MODEL, 30, 12, false));
    }

    /** From now on it holds these, and all of them say the same. */
    public void holds(String... names) {
        models = List.of(names);
    }

    /** From now on nobody answers there; when it comes back, it holds its one model. */
    public void leave() {
        present = false;
        models = List.of(MODEL);
        asked.clear();
        requests.clear();
    }

    /** Which models were asked since it last left. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** What it was asked since it last left. */
    public List<ChatRequest> requests() {
        return List.copyOf(requests);
    }
}
