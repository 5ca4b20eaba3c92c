package io.opslore.quality;

import java.util.Map;

/**
 * How well one way of searching did on a set.
 *
 * @param name {@code bm25}, {@code vectors} or {@code fused}
 * @param byLanguage of the query: {@code en}, {@code ru}
 * @param byHalf settings are chosen on the half {@code a} and reported on {@code b}
 */
public record ArmRun(
        String name,
        double ndcg10,
        double recall5,
        double recall20,
        double mrr,
        Map<String, Measures> byLanguage,
        Map<String, Measures> byHalf) {}
