package io.opslore.retrieval;

import io.opslore.retrieval.engine.Embedder;
import io.opslore.retrieval.engine.Hit;
import io.opslore.retrieval.engine.KnowledgeIndex;
import io.opslore.retrieval.text.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks both arms of the index and fuses what they found. */
@Component
class Candidates {

    /**
     * A search as the index is asked.
     *
     * @param generation the one that is asked, from the first query to the passages
     * @param arms which of them are asked
     * @param vector null where the embedder has no vote: it cannot read the language, or what is
     *     sought is a matter of letters
     */
    record Question(Generation generation, Sought sought, Arms arms, float @Nullable [] vector) {}

    /**
     * @param exhausted whether asking for more would find nothing else
     */
    record Found(List<Hit> hits, boolean exhausted) {}

    private final double wordsWeight;

    Candidates(RetrievalSettings settings) {
        this.wordsWeight = settings.wordsWeight();
    }

    Question question(Generation generation, Sought sought, Arms arms) {
        Embedder embedder = generation.embedder();
        boolean isForLetters = !sought.phrases().isEmpty() || arms == Arms.WORDS;
        float[] vector =
                embedder != null && !isForLetters && embedder.reads(Language.of(sought.text()))
                        ? embedder.query(sought.text())
                        : null;
        return new Question(generation, sought, arms, vector);
    }

    Found find(Question question, int limit) {
        Sought sought = question.sought();
        KnowledgeIndex index = question.generation().index();
        List<Hit> words =
                question.arms() == Arms.MEANING
                        ? List.of()
                        : index.byWords(sought.query(), sought.within(), limit);
        float[] vector = question.vector();
        if (vector == null) {
            return new Found(Fusion.fuse(words, List.of(), 1), words.size() < limit);
        }
        List<Hit> nearest = index.byMeaning(vector, sought.within(), limit);
        List<Hit> meaning =
                nearest.stream().filter(hit -> hit.score() >= sought.leastSimilarity()).toList();
        return new Found(
                Fusion.fuse(words, meaning, wordsWeight),
                words.size() < limit
                        && (nearest.size() < limit || meaning.size() < nearest.size()));
    }
}
