package io.opslore.retrieval.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words and signs that must stand in a text as they are. Case does not matter, nor which white
 * space is between the words, nor Markdown's marks for code and strong type at their edges: a
 * reader of the rendered text does not see those.
 */
public final class ExactPhrase {

    private static final String MARKS = "(?:`|\\*\\*)*";
    private static final String BETWEEN = MARKS + "\\s+" + MARKS;
    private static final String NO_LETTER_BEFORE = "(?<![\\p{L}\\p{N}])";
    private static final String NO_LETTER_BEHIND = "(?![\\p{L}\\p{N}])";

    private final Pattern pattern;

    public ExactPhrase(String phrase) {
        String words =
                Arrays.stream(phrase.strip().split("\\s+"))
                        .map(ExactPhrase::literally)
                        .collect(Collectors.joining(BETWEEN));
        String bare = phrase.strip();
        String before = isLetter(bare.charAt(0)) ? NO_LETTER_BEFORE : "";
        String behind = isLetter(bare.charAt(bare.length() - 1)) ? NO_LETTER_BEHIND : "";
        pattern =
                Pattern.compile(
                        before + words + behind, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Whether the text holds it. */
    public boolean isIn(String text) {
        return in(text).find();
    }

    /** Where the text holds it. */
    public List<Place> places(String text) {
        return in(text).results()
                .map(found -> new Place(found.start(), found.end(), pattern.pattern()))
                .toList();
    }

    private Matcher in(String text) {
        return pattern.matcher(text);
    }

    /** Ё and е are one letter, as everywhere in search. */
    private static String literally(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replace('ё', 'е');
        return Arrays.stream(lower.split("(?<=е)|(?=е)"))
                .map(part -> part.equals("е") ? "[её]" : Pattern.quote(part))
                .collect(Collectors.joining());
    }

    private static boolean isLetter(char c) {
        return Character.isLetterOrDigit(c);
    }
}
