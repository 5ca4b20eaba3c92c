package io.opslore.retrieval;

import io.opslore.models.EmbeddingServer;
import io.opslore.models.ModelFailure;
import io.opslore.models.ModelFailure.Reason;
import io.opslore.retrieval.engine.Embedder;
import io.opslore.retrieval.text.Language;
import io.opslore.retrieval.text.RoughTokens;
import io.opslore.retrieval.text.TokenSpans;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An embedding model of the model server. Ends with {@link IndexAway} where the server does not
 * embed, or makes something else of a text than it did when the model was chosen.
 */
final class ServerEmbedder implements Embedder {

    /** Few enough for a server without a card to embed them within the limit. */
    private static final int AT_ONCE = 4;

    private final ServerModel model;
    private final EmbeddingServer server;
    private final EmbeddingSettings settings;
    private final Embedder counting;
    private final UnaryOperator<String> masked;

    /**
     * @param counting its tokens are the smallest of all usual models'
     * @param masked takes secrets out of a question; passages have none any more
     */
    ServerEmbedder(
            ServerModel model,
            EmbeddingServer server,
            EmbeddingSettings settings,
            Embedder counting,
            UnaryOperator<String> masked) {
        this.model = model;
        this.server = server;
        this.settings = settings;
        this.counting = counting;
        this.masked = masked;
    }

    @Override
    public String model() {
        return model.name();
    }

    @Override
    public int dimensions() {
        return model.dimensions();
    }

    @Override
    public boolean reads(Language language) {
        return language == Language.EN || !model.englishOnly();
    }

    @Override
    public int tokens(String text) {
        return model.wide() ? RoughTokens.spans(text).count() : counting.tokens(text);
    }

    @Override
    public TokenSpans spans(String text) {
        return model.wide() ? RoughTokens.spans(text) : counting.spans(text);
    }

    @Override
    public float[] query(String text) {
        var wish =
                new EmbeddingServer.Wish(
                        model.model(), false, settings.questionLimit(), settings.keepAlive());
        return vectors(wish, List.of(model.queryPrefix() + masked.apply(text))).getFirst();
    }

    @Override
    public List<float[]> passages(List<String> texts) {
        var wish =
                new EmbeddingServer.Wish(
                        model.model(), true, settings.passagesLimit(), settings.keepAlive());
        List<float[]> vectors = new ArrayList<>();
        for (int from = 0; from < texts.size(); from += AT_ONCE) {
            List<String> some = texts.subList(from, Math.min(from + AT_ONCE, texts.size()));
            vectors.addAll(
                    vectors(
                            wish,
                            some.stream().map(text -> model.passagePrefix() + text).toList()));
        }
        return vectors;
    }

    /** The server's connections are its own. */
    @Override
    public void close() {}

    private List<float[]> vectors(EmbeddingServer.Wish wish, List<String> texts) {
        try {
            return server.embed(wish, texts).stream().map(this::checked).toList();
        } catch (ModelFailure failure) {
            if (wish.whole() && failure.reason() == Reason.REFUSED) {
                throw new IllegalArgumentException(
                        "%s does not embed this: %s".formatted(model.model(), failure.getMessage()),
                        failure);
            }
            throw new IndexAway(
                    "The model server does not embed with %s: %s"
                            .formatted(model.model(), failure.getMessage()));
        }
    }

    private float[] checked(float[] vector) {
        if (vector.length != model.dimensions()) {
            throw new IndexAway(
                    "%s on the model server answers with %d numbers for a text, not with %d as when it was chosen. It is another model now: choose it again"
                            .formatted(model.model(), vector.length, model.dimensions()));
        }
        return Unit.of(vector);
    }
}
