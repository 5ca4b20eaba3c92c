package io.opslore.retrieval;

import io.opslore.library.ReadScope;
import io.opslore.retrieval.engine.BothArms;
import io.opslore.retrieval.engine.Embedder;
import io.opslore.retrieval.engine.Within;
import io.opslore.retrieval.engine.WordQuery;
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
    private final RetrievalSettings settings;

    BareEngine(Generations generations, Words words, RetrievalSettings settings) {
        this.generations = generations;
        this.words = words;
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
            BothArms found =
                    generation
                            .index()
                            .byBoth(
                                    WordQuery.anyOf(words.ofQuery(question)),
                                    embedder(generation).query(question),
                                    Within.all(scope),
                                    settings.candidates());
            return found.words().size() + found.meaning().size();
        });
    }

    /** How many chunks the index holds, of whoever. */
    public long chunks() {
        return generations.inActive(
                generation -> generation.index().frequencies(List.of()).chunks());
    }

    /**
     * Deletes all that a scratch portal holds on a server that outlives it; it is of no use then.
     */
    public void discard() {
        generations.discard();
    }

    private static Embedder embedder(Generation generation) {
        Embedder embedder = generation.embedder();
        if (embedder == null) {
            throw new IllegalStateException("No embedding model is there to measure");
        }
        return embedder;
    }
}
