package io.opslore.assistant.gate;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The meaning-bearing words of a text in English or Russian, and which of them another text holds.
 * Inflected forms are matched by their common beginning, which needs no dictionary.
 */
public final class Terms {

    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{N}]+(?:[._/:@-]+[\\p{L}\\p{N}]+)*");

    private static final Set<String> EMPTY_WORDS =
            Set.of(
                    """
                    a an and are as at be been but by can could do does did for from had has have how i if in into is
                    it its may me my no not of on or our should so some than that the their them then there these they
                    this those to up us was we were what when where which who why will with would you your about after
                    before also any please tell show explain need want get give
                    а без бы был была были было быть в вам вас во вот все всё где да для до его ее её если есть еще ещё
                    же за и из или им их к как какая какие какой какую когда кто ли мне можно мы на надо не нет ни но ну
                    нужно о об он она они оно от по под при про с со так там то тоже только тот у уже чего чем через что
                    чтобы это эта этот эти этого этой этом я расскажи покажи объясни
                    """
                            .strip()
                            .split("\\s+"));

    private final Set<String> words;

    private Terms(Set<String> words) {
        this.words = words;
    }

    /** Of a text, in order of first use, empty words left out. */
    public static Terms of(String text) {
        var words = new LinkedHashSet<>(wordsOf(text));
        words.removeIf(word -> EMPTY_WORDS.contains(word));
        return new Terms(words);
    }

    /** Every word of a text, in order. */
    static List<String> wordsOf(String text) {
        return WORD.matcher(normalised(text)).results().map(MatchResult::group).toList();
    }

    /** How many there are. */
    public int size() {
        return words.size();
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** In order of first use. */
    Set<String> all() {
        return words;
    }

    /** The terms as a search text. */
    public String text() {
        return String.join(" ", words);
    }

    /** Those of these terms that the text holds. */
    public Set<String> heldBy(String text) {
        Collection<String> others = Set.copyOf(wordsOf(text));
        var held = new LinkedHashSet<String>();
        for (String word : words) {
            if (others.stream().anyMatch(other -> isSame(word, other))) {
                held.add(word);
            }
        }
        return held;
    }

    /** The share of these terms that the text holds; 0 where there are no terms. */
    public double shareHeldBy(String text) {
        return words.isEmpty() ? 0 : (double) heldBy(text).size() / words.size();
    }

    /** Whether two words are the same one but for their endings. */
    static boolean isSame(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        if (isIdentifier(one) || isIdentifier(other)) {
            return longer(one, other).contains(shorter(one, other))
                    && shorter(one, other).length() > 3;
        }
        int longest = Math.max(one.length(), other.length());
        double share = isCyrillic(one) ? 0.5 : 0.6;
        return commonPrefix(one, other) >= Math.max(3, share * longest);
    }

    private static String normalised(String text) {
        return text.toLowerCase(Locale.ROOT).replace('ё', 'е');
    }

    private static boolean isIdentifier(String word) {
        return !word.chars().allMatch(Character::isLetter);
    }

    private static boolean isCyrillic(String word) {
        return Character.UnicodeBlock.of(word.charAt(0)) == Character.UnicodeBlock.CYRILLIC;
    }

    private static String longer(String one, String other) {
        return one.length() >= other.length() ? one : other;
    }

    private static String shorter(String one, String other) {
        return one.length() >= other.length() ? other : one;
    }

    private static int commonPrefix(String one, String other) {
        int length = 0;
        int end = Math.min(one.length(), other.length());
        while (length < end && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }
}
