package io.opslore.retrieval.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Cuts texts into words. Each word is stemmed by its own script, so that an English alert name in a
 * Russian sentence is read as English, in texts and in queries alike. Names such as {@code
 * KubePodCrashLooping}, {@code kube-system/web.yaml} or {@code node_cpu_seconds} are kept whole and
 * are split as well. Thread-safe.
 */
public final class Words {

    /** Stems lower-case words; used by one thread at a time. */
    public interface Stemming {

        /** The stem of a word that is written in the given language's script. */
        String stem(String word, Language language);
    }

    static final String CONNECTORS = "-_./:@";
    private static final int LONGEST_TERM = 128;
    private static final int MOST_PARTS = 24;

    /** A pasted log asks with its beginning. */
    private static final int LONGEST_QUERY = 64;

    private final Supplier<Stemming> stemming;

    public Words(Supplier<Stemming> stemming) {
        this.stemming = stemming;
    }

    /** All words of a text in their order. */
    public List<Word> of(String text) {
        return read(text, false);
    }

    /** The words of a query that bear meaning, each once: without stop words and question words. */
    public List<Word> ofQuery(String query) {
        return read(query, true).stream().distinct().limit(LONGEST_QUERY).toList();
    }

    /** Where a text holds any of the terms, in order and without overlaps. */
    public List<Place> places(String text, Set<String> terms) {
        return new Places(text, terms, stemming.get()).find();
    }

    private List<Word> read(String text, boolean meaningOnly) {
        Stemming stems = stemming.get();
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (!Character.isLetterOrDigit(text.charAt(at))) {
                at++;
                continue;
            }
            int end = endOfName(text, at);
            addName(text.substring(at, end), stems, words, meaningOnly);
            at = end;
        }
        return words;
    }

    static int endOfName(String text, int start) {
        int end = start + 1;
        while (end < text.length()) {
            char c = text.charAt(end);
            boolean inside =
                    Character.isLetterOrDigit(c)
                            || isMark(c)
                            || (CONNECTORS.indexOf(c) >= 0
                                    && end + 1 < text.length()
                                    && Character.isLetterOrDigit(text.charAt(end + 1)));
            if (!inside) {
                break;
            }
            end++;
        }
        return end;
    }

    private static boolean isMark(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static void addName(
            String name, Stemming stems, List<Word> words, boolean meaningOnly) {
        List<String> simple = split(name);
        if (meaningOnly && simple.stream().map(Words::normalised).allMatch(StopWords::contains)) {
            return;
        }
        List<Word> parts = simple.stream().map(part -> word(part, stems)).toList();
        if (parts.size() == 1 || parts.size() > MOST_PARTS) {
            words.addAll(parts);
        } else {
            List<String> terms = parts.stream().flatMap(Word::terms).distinct().toList();
            words.add(new Word(shortened(normalised(name)), terms));
        }
    }

    private static List<String> split(String name) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int at = 0; at <= name.length(); at++) {
            if (at == name.length() || CONNECTORS.indexOf(name.charAt(at)) >= 0) {
                if (at > start) {
                    parts.add(name.substring(start, at));
                }
                start = at + 1;
            }
        }
        return parts;
    }

    static Word word(String part, Stemming stems) {
        List<String> humps = humps(part);
        List<String> parts =
                humps.size() < 2
                        ? List.of()
                        : humps.stream().map(hump -> stem(hump, stems)).distinct().toList();
        return new Word(stem(part, stems), parts);
    }

    /** The parts of a name in camel case: {@code HTTPServerError} is HTTP, Server and Error. */
    private static List<String> humps(String word) {
        List<String> humps = new ArrayList<>();
        int start = 0;
        for (int at = 1; at < word.length(); at++) {
            boolean rises =
                    Character.isUpperCase(word.charAt(at))
                            && !Character.isUpperCase(word.charAt(at - 1));
            boolean endsCapitals =
                    at + 1 < word.length()
                            && Character.isUpperCase(word.charAt(at - 1))
                            && Character.isUpperCase(word.charAt(at))
                            && Character.isLowerCase(word.charAt(at + 1));
            if (rises || endsCapitals) {
                humps.add(word.substring(start, at));
                start = at;
            }
        }
        humps.add(word.substring(start));
        return humps;
    }

    private static String stem(String part, Stemming stems) {
        String word = shortened(normalised(part));
        Language script = Language.isCyrillic(word.codePointAt(0)) ? Language.RU : Language.EN;
        return stems.stem(word, script);
    }

    static String normalised(String word) {
        return word.toLowerCase(Locale.ROOT).replace('ё', 'е');
    }

    static String shortened(String term) {
        return term.substring(0, Math.min(term.length(), LONGEST_TERM));
    }
}
