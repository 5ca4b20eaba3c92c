package io.opslore.retrieval;

import io.micrometer.observation.annotation.Observed;
import io.opslore.retrieval.engine.BothArms;
import io.opslore.retrieval.engine.Embedder;
import io.opslore.retrieval.engine.Hit;
import io.opslore.retrieval.engine.KnowledgeIndex;
import io.opslore.retrieval.text.Language;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
     *     sought is a matter of letters, or it is away
     * @param meaningAway whether it would have had a vote, but is away
     */
    record Question(
            Generation generation,
            Sought sought,
            Arms arms,
            float @Nullable [] vector,
            boolean meaningAway) {}

    /**
     * @param exhausted whether asking for more would find nothing else
     */
    record Found(List<Hit> hits, boolean exhausted) {}

    /** Fewer hits by words than that are told apart by having any; more by how much they hold. */
    private static final int FEW = 20;

    private static final Pattern NAME = Pattern.compile("(?=.*\\d)\\S{3,}");

    private static final Logger log = LoggerFactory.getLogger(Candidates.class);

    private final double wordsWeight;

    Candidates(RetrievalSettings settings) {
        this.wordsWeight = settings.wordsWeight();
    }

    /** Throws {@link IndexAway} if only the meaning is asked and the embedder is away. */
    @Observed(
            name = "opslore.stage",
            contextualName = "embed",
            lowCardinalityKeyValues = {"stage", "embed"})
    Question question(Generation generation, Sought sought, Arms arms) {
        Embedder embedder = generation.embedder();
        boolean isForLetters = !sought.phrases().isEmpty() || arms == Arms.WORDS;
        if (embedder == null || isForLetters || !embedder.reads(Language.of(sought.text()))) {
            return new Question(generation, sought, arms, null, false);
        }
        try {
            return new Question(generation, sought, arms, embedder.query(sought.text()), false);
        } catch (IndexAway e) {
            if (arms == Arms.MEANING) {
                throw e;
            }
            log.warn("Searched by words alone: {}", e.getMessage());
            return new Question(generation, sought, arms, null, true);
        }
    }

    @Observed(
            name = "opslore.stage",
            contextualName = "index",
            lowCardinalityKeyValues = {"stage", "index"})
    Found find(Question question, int limit) {
        Sought sought = question.sought();
        BothArms found = asked(question, limit);
        List<Hit> words = found.words();
        List<Hit> nearest = found.meaning();
        List<Hit> meaning =
                nearest.stream().filter(hit -> hit.score() >= sought.leastSimilarity()).toList();
        return new Found(
                Fusion.fuse(
                        words,
                        words.size() < Math.min(limit, FEW),
                        meaning,
                        question.vector() == null || isName(sought.text()) && !words.isEmpty()
                                ? 1
                                : wordsWeight),
                words.size() < limit
                        && (nearest.size() < limit || meaning.size() < nearest.size()));
    }

    /** An error code, a host, a ticket: what only looks like it means something else. */
    private static boolean isName(String text) {
        return NAME.matcher(text.strip()).matches();
    }

    private static BothArms asked(Question question, int limit) {
        Sought sought = question.sought();
        KnowledgeIndex index = question.generation().index();
        float[] vector = question.vector();
        return switch (question.arms()) {
            case BOTH, WORDS ->
                    vector == null
                            ? new BothArms(
                                    index.byWords(sought.query(), sought.within(), limit),
                                    List.of())
                            : index.byBoth(sought.query(), vector, sought.within(), limit);
            case MEANING ->
                    new BothArms(
                            List.of(),
                            vector == null
                                    ? List.of()
                                    : index.byMeaning(vector, sought.within(), limit));
        };
    }
}
