package io.opslore.retrieval;

import io.opslore.library.Sha256;
import io.opslore.models.EmbeddingServer;
import io.opslore.models.EmbeddingTask.UnfitModel;
import io.opslore.models.ModelName;
import java.util.List;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.springframework.stereotype.Component;

/** Tries a model of the model server before an index is made with it. */
@Component
class ModelExamination {

    /** Read at once by such a model: more than any rough count is wrong by. */
    private static final int WIDE = 2048;

    /** As many tokens as the largest window has, by any count. */
    private static final String LARGE = "the ".repeat(460);

    private static final int DIGITS_OF_NAME = 10;

    private final EmbeddingServer server;
    private final EmbeddingSettings settings;
    private final IndexChoice choice;

    ModelExamination(EmbeddingServer server, EmbeddingSettings settings, IndexChoice choice) {
        this.server = server;
        this.settings = settings;
        this.choice = choice;
    }

    /**
     * @throws io.opslore.models.ModelFailure if the server does not embed with it
     * @throws UnfitModel if its vectors are of no use
     */
    ServerModel examined(String model) {
        EmbeddingServer.About about = server.about(model);
        KnownEmbedder known = KnownEmbedder.of(model);
        String query = settings.queryPrefix(known);
        String passage = settings.passagePrefix(known);
        var wish =
                new EmbeddingServer.Wish(
                        model, true, settings.passagesLimit(), settings.keepAlive());
        List<float[]> tried = server.embed(wish, List.of(query + "disk", passage + LARGE));
        int dimensions = tried.getFirst().length;
        requireFit(model, dimensions);
        tried.forEach(Unit::of);
        String dependsOn = String.join("\n", about.digest(), query, passage);
        return new ServerModel(
                ModelName.canonical(model)
                        + "@"
                        + Sha256.of(dependsOn).substring(0, DIGITS_OF_NAME),
                model,
                dimensions,
                query,
                passage,
                known.englishOnly(),
                about.contextTokens() >= WIDE);
    }

    private void requireFit(String model, int dimensions) {
        int most =
                switch (choice.index()) {
                    case LUCENE -> KnnVectorsFormat.DEFAULT_MAX_DIMENSIONS;
                    case QDRANT -> 65_536;
                };
        if (dimensions < 1 || dimensions > most) {
            throw new UnfitModel(
                    "%s makes %d numbers of a text; this index takes 1 to %d"
                            .formatted(model, dimensions, most));
        }
    }
}
