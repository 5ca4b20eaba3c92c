package io.opslore.quality;

import java.util.List;
import java.util.Map;

/**
 * Documents, queries, and which document answers which query how well.
 *
 * @param documents texts by id
 * @param queries texts by id; each is judged
 * @param judgements for each query what documents are worth, 0 for nothing
 * @param answers how answers are told right from wrong; may be none
 */
record JudgedSet(
        String name,
        Map<String, String> documents,
        Map<String, String> queries,
        Map<String, Map<String, Integer>> judgements,
        List<AnswerKey> answers) {}
