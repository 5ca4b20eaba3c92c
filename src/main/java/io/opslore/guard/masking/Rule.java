package io.opslore.guard.masking;

import java.util.List;

/**
 * What one sort of secret looks like: data.
 *
 * @param id unique; begins with the kind, then a dot where a kind has several
 * @param words one of which every such secret holds or has before it on its line, in lower case;
 *     empty where all lines are looked at
 * @param expression RE2; its first group is the secret, or the whole where it has none
 * @param entropy the least, in bits a character
 * @param finds templates of texts that hold one
 * @param spares templates of texts that look alike and hold none
 */
public record Rule(
        String id,
        List<String> words,
        String expression,
        double entropy,
        List<String> finds,
        List<String> spares) {

    public Rule {
        words = List.copyOf(words);
        finds = List.copyOf(finds);
        spares = List.copyOf(spares);
    }

    /** What stands in the placeholder. */
    public String kind() {
        int dot = id.indexOf('.');
        return dot < 0 ? id : id.substring(0, dot);
    }
}
