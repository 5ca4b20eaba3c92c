package io.opslore.retrieval.query;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A search as a person writes it: words, {@code "exact phrases"}, and prefixes such as {@code
 * kind:adr}. Whatever cannot be read as something else is plain words; nothing is an error.
 */
public record SearchText(String text, List<Term> terms) {

    /** A pasted log is searched by its beginning. */
    private static final int LONGEST = 2_000;

    public SearchText {
        terms = List.copyOf(terms);
    }

    /** Takes a text apart. */
    public static SearchText of(String text) {
        String bounded = text.substring(0, Math.min(text.length(), LONGEST)).strip();
        return new SearchText(bounded, new Reader(bounded).read());
    }

    /** Whether there is nothing to search by. */
    public boolean isEmpty() {
        return terms.isEmpty();
    }

    /** The plain words, joined. */
    public String words() {
        return terms(Term.Free.class).map(Term.Free::text).collect(Collectors.joining(" "));
    }

    /** Words and phrases in their order: what the search is about. */
    public String subject() {
        return terms.stream()
                .map(SearchText::subject)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    public List<String> phrases() {
        return terms(Term.Exact.class).map(Term.Exact::text).toList();
    }

    public List<Term.Narrowing> narrowings() {
        return terms(Term.Narrowing.class).toList();
    }

    /** The text without one of its terms. */
    public SearchText without(Term term) {
        return replaced(term, "");
    }

    /** A wider search: a phrase asks for its words only, a prefix for nothing any more. */
    public SearchText loosened(Term term) {
        return switch (term) {
            case Term.Exact exact -> replaced(exact, exact.text());
            case Term.Free free -> without(free);
            case Term.Narrowing narrowing -> without(narrowing);
        };
    }

    /** The text narrowed further; unchanged where it says so already. */
    public SearchText with(Field field, String value) {
        String quoted =
                value.matches("[^\\s\"«»“”]+") ? value : '"' + value.replace('"', ' ') + '"';
        return has(field, value) ? this : of((text + " " + field.prefix() + ":" + quoted).strip());
    }

    /** The text without any term that narrows by this field and value. */
    public SearchText without(Field field, String value) {
        return narrowings().stream()
                .filter(term -> is(term, field, value))
                .findFirst()
                .map(term -> without(term).without(field, value))
                .orElse(this);
    }

    /** Whether it narrows by this field and value. */
    public boolean has(Field field, String value) {
        return narrowings().stream().anyMatch(term -> is(term, field, value));
    }

    private SearchText replaced(Term term, String by) {
        return of(
                Stream.of(text.substring(0, term.start()), by, text.substring(term.end()))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" ")));
    }

    private static boolean is(Term.Narrowing term, Field field, String value) {
        return term.field() == field
                && !term.excluded()
                && lower(term.value()).equals(lower(value));
    }

    private static String lower(String value) {
        return value.toLowerCase(Locale.ROOT);
    }

    private static String subject(Term term) {
        return switch (term) {
            case Term.Free free -> free.text();
            case Term.Exact exact -> exact.text();
            case Term.Narrowing ignored -> "";
        };
    }

    private <T extends Term> Stream<T> terms(Class<T> type) {
        return terms.stream().filter(type::isInstance).map(type::cast);
    }
}
