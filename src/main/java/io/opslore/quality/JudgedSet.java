package io.opslore.quality;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Documents, queries, and which document answers which query how well.
 *
 * @param documents texts by id
 * @param queries texts by id; each is judged
 * @param judgements for each query what documents are worth, 0 for nothing; some may not be there
 * @param answers how answers are told right from wrong; may be none
 */
record JudgedSet(
        String name,
        Map<String, String> documents,
        Map<String, String> queries,
        Map<String, Map<String, Integer>> judgements,
        List<AnswerKey> answers) {

    /**
     * How many documents are judged that the corpus does not hold. They count as not found, as
     * trec_eval has it: published sets have such gaps.
     */
    long absent() {
        return judged().filter(id -> !documents.containsKey(id)).count();
    }

    /** Whether none of the judged documents is among these. */
    boolean isCorpusOfAnother() {
        return judged().noneMatch(documents::containsKey);
    }

    private Stream<String> judged() {
        return judgements.values().stream().flatMap(of -> of.keySet().stream()).distinct();
    }
}
