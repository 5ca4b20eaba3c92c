package io.opslore.retrieval;

import io.opslore.retrieval.text.ExactPhrase;
import io.opslore.retrieval.text.Place;
import io.opslore.retrieval.text.Word;
import io.opslore.retrieval.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Marks in texts what was sought: words in any inflection, phrases to the letter. */
final class Marking {

    private final Words words;
    private final Set<String> terms;
    private final List<ExactPhrase> phrases;

    Marking(Sought sought, Words words) {
        this.words = words;
        this.terms = sought.words().stream().flatMap(Word::terms).collect(Collectors.toSet());
        this.phrases = sought.phrases();
    }

    /** What of the text was sought, in order and without overlaps. */
    List<Place> places(String text) {
        List<Place> all = new ArrayList<>(words.places(text, terms));
        phrases.forEach(phrase -> all.addAll(phrase.places(text)));
        all.sort(
                Comparator.comparingInt(Place::start)
                        .thenComparing(Place::end, Comparator.reverseOrder()));
        List<Place> places = new ArrayList<>();
        int end = 0;
        for (Place place : all) {
            if (place.start() >= end) {
                places.add(place);
                end = place.end();
            }
        }
        return places;
    }

    /** All of the text. */
    List<TextPiece> pieces(String text) {
        return pieces(text, places(text), 0, text.length());
    }

    /** A part of the text, its places clipped to it. */
    static List<TextPiece> pieces(String text, List<Place> places, int from, int to) {
        List<TextPiece> pieces = new ArrayList<>();
        int at = from;
        for (Place place : places) {
            int start = Math.max(at, place.start());
            int end = Math.min(to, place.end());
            if (start < end) {
                add(pieces, text.substring(at, start), false);
                add(pieces, text.substring(start, end), true);
                at = end;
            }
        }
        add(pieces, text.substring(at, to), false);
        return pieces;
    }

    private static void add(List<TextPiece> pieces, String text, boolean marked) {
        if (!text.isEmpty()) {
            pieces.add(new TextPiece(text, marked));
        }
    }
}
