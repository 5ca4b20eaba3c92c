package io.opslore.retrieval;

import io.opslore.library.DocumentFilter;
import io.opslore.library.DocumentKind;
import io.opslore.library.ReadScope;
import io.opslore.library.Space;
import io.opslore.library.SpaceId;
import io.opslore.retrieval.query.Field;
import io.opslore.retrieval.query.PathPattern;
import io.opslore.retrieval.query.SearchText;
import io.opslore.retrieval.query.Term;
import io.opslore.retrieval.query.TimePoint;
import io.opslore.retrieval.text.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the prefixes of a search text ask for, read against the spaces that the asker may read. */
final class Narrowing {

    private final Collection<Space> spaces;
    private final ReadScope readable;
    private final Instant now;
    private final Set<SpaceId> wantedSpaces = new HashSet<>();
    private final Set<SpaceId> unwantedSpaces = new HashSet<>();
    private final Set<DocumentKind> kinds = EnumSet.noneOf(DocumentKind.class);
    private final Set<DocumentKind> notKinds = EnumSet.noneOf(DocumentKind.class);
    private final Set<String> tags = new HashSet<>();
    private final Set<String> notTags = new HashSet<>();
    private final Set<Language> languages = EnumSet.noneOf(Language.class);
    private final List<Term.Narrowing> unknown = new ArrayList<>();
    private Predicate<String> path = any -> true;
    private @Nullable Instant from;
    private @Nullable Instant before;

    Narrowing(SearchText text, SearchMoment moment) {
        this.spaces = moment.spaces();
        this.readable = moment.scope();
        this.now = moment.now();
        text.narrowings().forEach(this::read);
    }

    /** Those whose value says nothing; then nothing is found. */
    List<Term.Narrowing> unknown() {
        return List.copyOf(unknown);
    }

    ReadScope scope() {
        return readable.within(
                spaces.stream()
                        .map(Space::id)
                        .filter(id -> wantedSpaces.isEmpty() || wantedSpaces.contains(id))
                        .filter(id -> !unwantedSpaces.contains(id))
                        .collect(Collectors.toSet()));
    }

    DocumentFilter filter() {
        return new DocumentFilter(kinds, notKinds, tags, notTags, path, from, before);
    }

    /** Empty for all. */
    Set<Language> languages() {
        return languages;
    }

    private void read(Term.Narrowing term) {
        String value = term.value();
        boolean not = term.excluded();
        boolean understood =
                switch (term.field()) {
                    case KIND -> add(kind(value), not ? notKinds : kinds);
                    case SPACE -> add(space(value), not ? unwantedSpaces : wantedSpaces);
                    case TAG -> add(Optional.of(lower(value)), not ? notTags : tags);
                    case LANG -> addLanguage(value, not);
                    case PATH -> addPath(PathPattern.of(value), not);
                    case SINCE, BEFORE -> addTime(term);
                };
        if (!understood) {
            unknown.add(term);
        }
    }

    private static <T> boolean add(Optional<T> value, Set<T> values) {
        value.ifPresent(values::add);
        return value.isPresent();
    }

    /** Not one of them is any other one. */
    private boolean addLanguage(String value, boolean not) {
        Set<Language> named = EnumSet.noneOf(Language.class);
        Set<Language> others = EnumSet.noneOf(Language.class);
        for (Language language : Language.values()) {
            (language.code().equals(lower(value)) ? named : others).add(language);
        }
        languages.addAll(named.isEmpty() || !not ? named : others);
        return !named.isEmpty();
    }

    private boolean addPath(Predicate<String> pattern, boolean not) {
        path = path.and(not ? pattern.negate() : pattern);
        return true;
    }

    /** Not since a day is before it. Of several bounds the narrowest holds. */
    private boolean addTime(Term.Narrowing term) {
        Optional<Instant> time = TimePoint.of(term.value(), now);
        boolean since = term.field() == Field.SINCE ^ term.excluded();
        time.ifPresent(bound -> {
            if (since) {
                from = from == null || bound.isAfter(from) ? bound : from;
            } else {
                before = before == null || bound.isBefore(before) ? bound : before;
            }
        });
        return time.isPresent();
    }

    private static Optional<DocumentKind> kind(String value) {
        String singular = lower(value).replaceFirst("(?<=.)s$", "");
        return Stream.of(DocumentKind.values())
                .filter(kind -> lower(kind.name()).equals(singular))
                .findFirst();
    }

    private Optional<SpaceId> space(String value) {
        return spaces.stream()
                .filter(space -> lower(space.name()).equals(lower(value)))
                .map(Space::id)
                .findFirst();
    }

    private static String lower(String value) {
        return value.toLowerCase(Locale.ROOT);
    }
}
