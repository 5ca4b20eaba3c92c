package io.opslore.retrieval;

import io.opslore.retrieval.engine.Embedder;
import io.opslore.retrieval.engine.Embedders;
import io.opslore.retrieval.engine.GenerationId;
import io.opslore.retrieval.engine.KnowledgeIndexes;
import io.opslore.retrieval.text.Chunker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Opens generations when they are needed and keeps them open. Thread-safe. */
@Component
class Generations implements InitializingBean, DisposableBean {

    private final GenerationRecords records;
    private final KnowledgeIndexes indexes;
    private final Embedders embedders;
    private final RetrievalSettings settings;
    private final Map<GenerationId, Generation> open = new HashMap<>();

    Generations(
            GenerationRecords records,
            KnowledgeIndexes indexes,
            Embedders embedders,
            RetrievalSettings settings) {
        this.records = records;
        this.indexes = indexes;
        this.embedders = embedders;
        this.settings = settings;
    }

    /** There is one that answers before anybody can ask or upload. */
    @Override
    public void afterPropertiesSet() {
        records.createFirst(wanted());
        inActive(active -> active);
    }

    /** What the settings and the people who manage models ask for. */
    Recipe wanted() {
        return new Recipe(
                embedders.wanted().model(),
                Chunker.VERSION,
                settings.chunk().size(),
                settings.windowsPerChunk());
    }

    /** Whether this portal can run the model that the recipe names. */
    boolean canEmbed(Recipe recipe) {
        return embedders.named(recipe.model()).isPresent();
    }

    /** Works with the generation that answers now, which may be replaced meanwhile. */
    <T> T inActive(Function<Generation, T> work) {
        while (true) {
            IndexGeneration active =
                    records.active().orElseThrow(() -> new IllegalStateException("None is active"));
            Optional<T> done = in(active, work);
            if (done.isPresent()) {
                return done.get();
            }
        }
    }

    /** Works with a generation; empty if it was dropped meanwhile. */
    <T> Optional<T> in(IndexGeneration wanted, Function<Generation, T> work) {
        Generation generation = open(wanted);
        if (!generation.enter()) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.apply(generation));
        } finally {
            generation.leave();
        }
    }

    /** Works with each generation that holds anything, one after the other. */
    void inEach(Consumer<Generation> work) {
        for (IndexGeneration kept : records.kept()) {
            in(
                    kept,
                    generation -> {
                        work.accept(generation);
                        return generation;
                    });
        }
    }

    /** Deletes the index of a generation, once nobody works with it any more. */
    void close(GenerationId id) {
        Generation closing;
        synchronized (open) {
            closing = open.get(id);
        }
        if (closing != null) {
            closing.close();
        }
        synchronized (open) {
            open.remove(id);
            indexes.drop(id);
        }
    }

    /** Deletes the indexes of all generations, which are of no use then. */
    void discard() {
        records.kept().forEach(generation -> close(generation.id()));
    }

    /** Deletes the indexes that no generation has: what a crash has left of dropped ones. */
    void dropUnknown() {
        List<GenerationId> kept = records.kept().stream().map(IndexGeneration::id).toList();
        indexes.stored().stream().filter(id -> !kept.contains(id)).forEach(this::close);
    }

    /** Calls it whenever an engine has lost an index while the portal runs. */
    void onLoss(Runnable told) {
        indexes.onLoss(lost -> {
            synchronized (open) {
                Optional.ofNullable(open.get(lost)).ifPresent(Generation::lose);
            }
            told.run();
        });
    }

    /** Why no search can be answered at this moment; empty if one can. */
    Optional<String> away() {
        try {
            inActive(active -> {
                active.requireWhole();
                return active.index().frequencies(List.of());
            });
            return Optional.empty();
        } catch (IndexAway e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    /** 0 where it cannot be asked. */
    long size(GenerationId id) {
        try {
            return indexes.size(id);
        } catch (IndexAway e) {
            return 0;
        }
    }

    @Override
    public void destroy() {
        synchronized (open) {
            open.values().forEach(Generation::close);
        }
    }

    private Generation open(IndexGeneration wanted) {
        synchronized (open) {
            return open.computeIfAbsent(wanted.id(), id -> opened(wanted));
        }
    }

    private Generation opened(IndexGeneration row) {
        Recipe recipe = row.recipe();
        Optional<Embedder> embedder = embedders.named(recipe.model());
        // Who cannot embed any more still counts; by another model's tokens, which does no harm.
        Embedder counting = embedder.orElse(embedders.wanted());
        return new Generation(
                row.id(),
                recipe,
                indexes.open(row.id(), recipe.model(), counting.dimensions()),
                embedder.orElse(null),
                new Chunker(recipe.size(), counting::tokens));
    }
}
