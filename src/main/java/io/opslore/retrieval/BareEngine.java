package io.opslore.retrieval;

import io.opslore.library.ReadScope;
import io.opslore.library.RevisionId;
import io.opslore.retrieval.engine.Embedder;
import io.opslore.retrieval.engine.KnowledgeIndex;
import io.opslore.retrieval.text.Words;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * The engine and the embedding model without the portal around them: what the portal's own figures
 * are held against. For measuring only; it looks at nobody's rights beyond the given scope.
 */
@Service
public class BareEngine {

    private static final int BATCH = 16;

    private final Generations generations;
    private final Words words;
    private final RevisionIndexing indexing;
    private final RetrievalSettings settings;

    BareEngine(
            Generations generations,
            Words words,
            RevisionIndexing indexing,
            RetrievalSettings settings) {
        this.generations = generations;
        this.words = words;
        this.indexing = indexing;
        this.settings = settings;
    }

    /** Embeds the texts in batches as the portal does, and throws the vectors away. */
    public void embed(List<String> texts) {
        generations.inActive(generation -> {
            Embedder embedder = embedder(generation);
            for (int at = 0; at < texts.size(); at += BATCH) {
                embedder.passages(texts.subList(at, Math.min(at + BATCH, texts.size())));
            }
            return texts.size();
        });
    }

    /** Embeds the question and asks both arms for their candidates: how many they found. */
    public int search(String question, ReadScope scope) {
        return generations.inActive(generation -> {
            KnowledgeIndex index = generation.index();
            float[] vector = embedder(generation).query(question);
            return index.byWords(words.ofQuery(question), scope, settings.candidates()).size()
                    + index.byMeaning(vector, scope, settings.candidates()).size();
        });
    }

    /**
     * Makes a described revision findable without computing its vectors, which are made up from its
     * words instead: enough to fill an index with as much as one likes.
     */
    public void fill(RevisionId revision) {
        generations.inActive(generation ->
                indexing.embed(
                        generation,
                        new MadeUpVectors(embedder(generation)),
                        revision,
                        Windows.Pace.AT_ONCE));
    }

    private static Embedder embedder(Generation generation) {
        Embedder embedder = generation.embedder();
        if (embedder == null) {
            throw new IllegalStateException("No embedding model is there to measure");
        }
        return embedder;
    }
}
