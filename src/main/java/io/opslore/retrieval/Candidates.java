package io.opslore.retrieval;

import io.opslore.library.ReadScope;
import io.opslore.retrieval.engine.Embedder;
import io.opslore.retrieval.engine.Hit;
import io.opslore.retrieval.engine.KnowledgeIndex;
import io.opslore.retrieval.text.Language;
import io.opslore.retrieval.text.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks both arms of the index and fuses what they found. */
@Component
class Candidates {

    /**
     * A question as the index is asked.
     *
     * @param generation the one that is asked, from the first query to the passages
     * @param vector null where the embedder cannot read it and has no vote
     */
    record Question(
            Generation generation, List<Word> words, float @Nullable [] vector, ReadScope scope) {}

    /**
     * @param exhausted whether asking for more would find nothing else
     */
    record Found(List<Hit> hits, boolean exhausted) {}

    private final double wordsWeight;

    Candidates(RetrievalSettings settings) {
        this.wordsWeight = settings.wordsWeight();
    }

    Question question(Generation generation, String text, List<Word> words, ReadScope scope) {
        Embedder embedder = generation.embedder();
        float[] vector =
                embedder != null && embedder.reads(Language.of(text)) ? embedder.query(text) : null;
        return new Question(generation, words, vector, scope);
    }

    Found find(Question question, int limit) {
        KnowledgeIndex index = question.generation().index();
        List<Hit> words = index.byWords(question.words(), question.scope(), limit);
        if (question.vector() == null) {
            return new Found(Fusion.fuse(words, List.of(), 1), words.size() < limit);
        }
        List<Hit> meaning = index.byMeaning(question.vector(), question.scope(), limit);
        return new Found(
                Fusion.fuse(words, meaning, wordsWeight),
                words.size() < limit && meaning.size() < limit);
    }
}
