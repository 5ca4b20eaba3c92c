package io.opslore.testing;

import io.opslore.models.ChatPart;
import io.opslore.models.ChatRequest;
import io.opslore.models.ModelFailure;
import io.opslore.models.ModelOptions;
import io.opslore.models.ModelServer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import reactor.core.publisher.Flux;

/** A model server without a network, whose one model says what the test wants. */
public final class TestingModelServer implements ModelServer {

    public static final String MODEL = "testing:latest";

    /** How tests ask that do not care. */
    public static final ModelOptions OPTIONS = new ModelOptions(8192, 0.1, Optional.empty(), false);

    private final List<ChatRequest> requests = new CopyOnWriteArrayList<>();
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
        return List.of(new InstalledModel(MODEL, true));
    }

    @Override
    public Flux<ChatPart> stream(String model, ChatRequest request) {
        requests.add(request);
        return answer.apply(request);
    }

    /** From now on it is there and answers so. */
    public void answers(Flux<ChatPart> stream) {
        answer = request -> stream;
        present = true;
    }

    /** From now on it is there and answers with these words, then is done. */
    public void says(String... words) {
        answers(
                Flux.fromArray(words)
                        .<ChatPart>map(ChatPart.Words::new)
                        .concatWithValues(new ChatPart.Done(MODEL, 30, 12, false)));
    }

    /** From now on nobody answers there. */
    public void leave() {
        present = false;
        requests.clear();
    }

    /** What it was asked since it last left. */
    public List<ChatRequest> requests() {
        return List.copyOf(requests);
    }
}
