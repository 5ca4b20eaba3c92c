package io.opslore.retrieval;

import io.opslore.retrieval.engine.Frequencies;
import io.opslore.retrieval.text.Word;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How much of a query's meaning-bearing words a passage holds, weighted by their rarity. A name
 * that is not there whole counts by those of its parts that are.
 */
final class Coverage {

    private final List<Word> wanted;
    private final Frequencies frequencies;

    Coverage(List<Word> wanted, Frequencies frequencies) {
        this.wanted = wanted;
        this.frequencies = frequencies;
    }

    double of(Collection<Word> passage) {
        Set<String> terms = passage.stream().flatMap(Word::terms).collect(Collectors.toSet());
        double all = 0;
        double held = 0;
        for (Word word : wanted) {
            double weight = weight(word);
            all += weight;
            held += weight * share(word, terms);
        }
        return all == 0 ? 0 : held / all;
    }

    private double weight(Word word) {
        if (word.parts().isEmpty() || frequencies.knows(word.whole())) {
            return frequencies.rarity(word.whole());
        }
        return word.parts().stream().mapToDouble(frequencies::rarity).average().orElseThrow();
    }

    private static double share(Word word, Set<String> terms) {
        if (terms.contains(word.whole())) {
            return 1;
        }
        long held = word.parts().stream().filter(terms::contains).count();
        return word.parts().isEmpty() ? 0 : held / (double) word.parts().size();
    }
}
