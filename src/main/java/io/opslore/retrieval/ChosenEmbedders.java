package io.opslore.retrieval;

import io.opslore.guard.MaskScope;
import io.opslore.guard.Masking;
import io.opslore.models.EmbeddingServer;
import io.opslore.retrieval.engine.Embedder;
import io.opslore.retrieval.engine.Embedders;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The model that comes with the portal, and those of the model server that were chosen. */
@Component
class ChosenEmbedders implements Embedders {

    private final Embedder builtIn;
    private final List<Embedder> inside;
    private final ServerModelRecords records;
    private final EmbeddingServer server;
    private final EmbeddingSettings settings;
    private final Masking masking;

    /**
     * @param inside those that run in this process; the only one, or the primary one, is wanted
     *     where nothing else was chosen
     */
    ChosenEmbedders(
            ObjectProvider<Embedder> inside,
            ServerModelRecords records,
            EmbeddingServer server,
            EmbeddingSettings settings,
            Masking masking) {
        this.builtIn = inside.getObject();
        this.inside = inside.stream().toList();
        this.records = records;
        this.server = server;
        this.settings = settings;
        this.masking = masking;
    }

    @Override
    public Embedder wanted() {
        return records.chosen().<Embedder>map(this::of).orElse(builtIn);
    }

    @Override
    public Optional<Embedder> named(String model) {
        return inside.stream()
                .filter(embedder -> embedder.model().equals(model))
                .findFirst()
                .or(() -> records.named(model).map(this::of));
    }

    private Embedder of(ServerModel model) {
        return new ServerEmbedder(
                model,
                server,
                settings,
                builtIn,
                text -> masking.mask(text, MaskScope.PORTAL).text());
    }
}
