package io.opslore.retrieval;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Everything that bears on what a search finds, by name, for whoever writes a measurement down. */
@Service
public class Tuning {

    private final RetrievalSettings settings;
    private final Generations generations;

    Tuning(RetrievalSettings settings, Generations generations) {
        this.settings = settings;
        this.generations = generations;
    }

    /** As it holds for the index that answers. */
    public Map<String, String> named() {
        Recipe recipe = generations.inActive(Generation::recipe);
        Map<String, String> named = new LinkedHashMap<>();
        named.put("embedder", recipe.model());
        named.put("chunker", "version " + recipe.chunker());
        named.put("chunk.min-tokens", String.valueOf(recipe.size().min()));
        named.put("chunk.max-tokens", String.valueOf(recipe.size().max()));
        named.put("windows-per-chunk", String.valueOf(recipe.windowsPerChunk()));
        named.put("candidates", String.valueOf(settings.candidates()));
        named.put("words-weight", String.valueOf(settings.wordsWeight()));
        return named;
    }
}
