package io.opslore.retrieval.qdrant;

import io.opslore.outbound.Tls;
import io.opslore.retrieval.IndexSnapshot;
import io.opslore.retrieval.engine.GenerationId;
import io.opslore.retrieval.engine.KnowledgeIndex;
import io.opslore.retrieval.engine.KnowledgeIndexes;
import io.opslore.retrieval.text.Words;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** One collection for each generation, on one server or cluster. */
public final class QdrantKnowledgeIndexes implements KnowledgeIndexes {

    private final QdrantSettings settings;
    private final Calls calls;
    private final Names names;
    private final GenerationCollections collections;
    private final StoredPoints points;

    /** The server is known by what Java trusts. */
    public QdrantKnowledgeIndexes(QdrantSettings settings, Words words) {
        this(settings, words, Optional.empty());
    }

    /**
     * Connects when it is first asked for something.
     *
     * @param tls what the server is known by; empty for what Java trusts
     */
    public QdrantKnowledgeIndexes(QdrantSettings settings, Words words, Optional<Tls> tls) {
        this.settings = settings;
        this.calls = new Calls(settings, tls);
        this.names = new Names(settings.prefix());
        this.collections = new GenerationCollections(calls, names);
        this.points = new StoredPoints(new TermWeights(words, settings.usualWords()));
    }

    @Override
    public KnowledgeIndex open(GenerationId generation, String model, int dimensions) {
        var collection =
                new GenerationCollection(
                        collections,
                        names,
                        generation,
                        Names.madeOf(model, dimensions, settings.usualWords()),
                        new Blueprint(settings, dimensions));
        return new QdrantKnowledgeIndex(calls, collection, points);
    }

    @Override
    public void drop(GenerationId generation) {
        collections.drop(generation);
    }

    @Override
    public Set<GenerationId> stored() {
        return collections.stored();
    }

    @Override
    public long size(GenerationId generation) {
        return collections.size(generation);
    }

    @Override
    public void onLoss(Consumer<GenerationId> told) {
        collections.onLoss(told);
    }

    @Override
    public Optional<IndexSnapshot> snapshot(GenerationId generation) {
        return collections.snapshot(generation);
    }

    @Override
    public void close() {
        calls.close();
    }
}
