package io.opslore.retrieval.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds terms in a text: a name as a whole, or else those of its parts that were sought. */
final class Places {

    private final String text;
    private final Set<String> terms;
    private final Words.Stemming stems;
    private final List<Place> places = new ArrayList<>();

    Places(String text, Set<String> terms, Words.Stemming stems) {
        this.text = text;
        this.terms = terms;
        this.stems = stems;
    }

    List<Place> find() {
        int at = 0;
        while (at < text.length()) {
            if (Character.isLetterOrDigit(text.charAt(at))) {
                int end = Words.endOfName(text, at);
                addName(at, end);
                at = end;
            } else {
                at++;
            }
        }
        return places;
    }

    private void addName(int start, int end) {
        String whole = Words.shortened(Words.normalised(text.substring(start, end)));
        if (terms.contains(whole)) {
            places.add(new Place(start, end, whole));
            return;
        }
        int part = start;
        for (int at = start; at <= end; at++) {
            if (at == end || Words.CONNECTORS.indexOf(text.charAt(at)) >= 0) {
                addPart(part, at);
                part = at + 1;
            }
        }
    }

    private void addPart(int start, int end) {
        if (start < end) {
            Word word = Words.word(text.substring(start, end), stems);
            Optional<String> found = word.terms().filter(terms::contains).findFirst();
            found.ifPresent(term -> places.add(new Place(start, end, term)));
        }
    }
}
