package io.opslore.retrieval.qdrant;

import io.opslore.retrieval.engine.FieldWeights;
import io.opslore.retrieval.engine.IndexedChunk;
import io.opslore.retrieval.text.Word;
import io.opslore.retrieval.text.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * Makes numbers of a chunk's words, so that the server ranks as Lucene does: it multiplies each
 * weight by the term's rarity, and the weight is all the rest of BM25 over the four fields taken as
 * one. Terms become 32-bit numbers; two that fall together do so about once in four billion pairs.
 */
final class TermWeights {

    private static final double K1 = 1.2;
    private static final double B = 0.75;

    /** Of a name of many parts, the outer ones: a phrase begins or ends inside a name there. */
    private static final int EDGE = 6;

    private final Words words;
    private final double usualWords;

    TermWeights(Words words, double usualWords) {
        this.words = words;
        this.usualWords = usualWords;
    }

    /** The weight of each of a chunk's terms. */
    Map<Integer, Float> of(IndexedChunk chunk) {
        Map<Integer, Float> counts = new HashMap<>();
        double length =
                count(chunk.text(), FieldWeights.TEXT, counts)
                        + count(chunk.heading(), FieldWeights.HEADING, counts)
                        + count(chunk.title(), FieldWeights.TITLE, counts)
                        + count(chunk.path(), FieldWeights.PATH, counts);
        double saturation = K1 * (1 - B + B * length / usualWords);
        counts.replaceAll((term, count) -> (float) (count / (count + saturation)));
        return counts;
    }

    /** Every two neighbouring words of a chunk's text. */
    Set<Long> pairs(IndexedChunk chunk) {
        return pairs(words.of(chunk.text()));
    }

    /** Every two neighbours of these words, by any of their terms. */
    static Set<Long> pairs(List<Word> row) {
        Set<Long> pairs = new HashSet<>();
        for (int at = 1; at < row.size(); at++) {
            pairs.addAll(pairs(row.get(at - 1), row.get(at)));
        }
        return pairs;
    }

    /** All the pairs by which two words are neighbours. */
    static List<Long> pairs(Word first, Word second) {
        List<Long> pairs = new ArrayList<>();
        for (String before : edges(first)) {
            for (String after : edges(second)) {
                pairs.add(Integer.toUnsignedLong(number(before + " " + after)));
            }
        }
        return pairs;
    }

    /** The number that stands for a term. */
    static int number(String term) {
        var sum = new CRC32C();
        sum.update(term.getBytes(StandardCharsets.UTF_8));
        return (int) sum.getValue();
    }

    private static List<String> edges(Word word) {
        List<String> terms = word.terms().toList();
        if (terms.size() <= 2 * EDGE) {
            return terms;
        }
        List<String> edges = new ArrayList<>(terms.subList(0, EDGE));
        edges.addAll(terms.subList(terms.size() - EDGE, terms.size()));
        return edges;
    }

    /** Counts terms as Lucene does; a name's parts do not make the text longer. */
    private double count(String text, float weight, Map<Integer, Float> counts) {
        List<Word> all = words.of(text);
        for (Word word : all) {
            word.terms().forEach(term -> counts.merge(number(term), weight, Float::sum));
        }
        return weight * all.size();
    }
}
