package io.opslore.leaks;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Looks for secrets in whatever it is shown, as bytes in the usual forms and in any case. */
final class SearchedPlaces {

    private static final List<Charset> FORMS =
            List.of(
                    StandardCharsets.ISO_8859_1,
                    StandardCharsets.UTF_16LE,
                    StandardCharsets.UTF_16BE);
    private static final int ENDING = 3;
    private static final Pattern WORD_ENDS = Pattern.compile("[^A-Za-z0-9]+");

    private final Collection<String> secrets;
    private final Map<String, List<String>> found = new TreeMap<>();
    private int places;

    SearchedPlaces(Collection<String> secrets) {
        this.secrets = secrets;
    }

    void look(String place, byte[] bytes) {
        places++;
        for (Charset form : FORMS) {
            lookIn(place, new String(bytes, form));
        }
    }

    void look(String place, String text) {
        places++;
        lookIn(place, text);
    }

    private void lookIn(String place, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String secret : secrets) {
            if (lower.contains(longestWord(secret))) {
                found.computeIfAbsent(place, key -> new ArrayList<>()).add(secret);
            }
        }
    }

    /**
     * An index cuts what it holds into words, and their endings off; the rest of the longest one
     * gives a secret away as well.
     */
    private static String longestWord(String secret) {
        String longest =
                WORD_ENDS
                        .splitAsStream(secret)
                        .max(Comparator.comparingInt(String::length))
                        .orElseThrow();
        return longest.substring(0, longest.length() - ENDING).toLowerCase(Locale.ROOT);
    }

    int places() {
        return places;
    }

    /** By place. */
    Map<String, List<String>> found() {
        return found;
    }
}
