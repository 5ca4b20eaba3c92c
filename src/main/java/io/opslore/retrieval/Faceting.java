package io.opslore.retrieval;

import io.opslore.library.Document;
import io.opslore.library.Space;
import io.opslore.library.SpaceId;
import io.opslore.retrieval.query.Field;
import io.opslore.retrieval.query.TimePoint;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts documents by what could narrow the search further. Knows only what was found and
 * confirmed, so that no count can tell of anything else.
 */
final class Faceting {

    private static final int MOST_CHOICES = 12;

    private final List<DocumentGroup> groups;
    private final Map<SpaceId, String> spaces;
    private final Instant now;

    Faceting(List<DocumentGroup> groups, Collection<Space> spaces, Instant now) {
        this.groups = groups;
        this.spaces = spaces.stream().collect(Collectors.toMap(Space::id, Space::name));
        this.now = now;
    }

    /** Those that there is anything to say about. */
    List<Facet> facets() {
        return Stream.of(
                        facet(Facet.Kind.SPACE, Field.SPACE, this::spaces),
                        facet(Facet.Kind.KIND, Field.KIND, Faceting::kinds),
                        facet(Facet.Kind.TAG, Field.TAG, Faceting::tags),
                        facet(Facet.Kind.LANGUAGE, Field.LANG, group -> group.languages().stream()),
                        times())
                .filter(facet -> !facet.choices().isEmpty())
                .toList();
    }

    private Facet facet(
            Facet.Kind kind, Field field, Function<DocumentGroup, Stream<String>> values) {
        Map<String, Integer> counts = new HashMap<>();
        for (DocumentGroup group : groups) {
            values.apply(group).distinct().forEach(value -> counts.merge(value, 1, Integer::sum));
        }
        List<Facet.Choice> choices =
                counts.entrySet().stream()
                        .map(count -> new Facet.Choice(field, count.getKey(), count.getValue()))
                        .sorted(
                                Comparator.comparingInt(Facet.Choice::documents)
                                        .reversed()
                                        .thenComparing(Facet.Choice::value))
                        .limit(MOST_CHOICES)
                        .toList();
        return new Facet(kind, choices);
    }

    private Facet times() {
        return new Facet(
                Facet.Kind.TIME,
                Stream.of(
                                time(Field.SINCE, "7d"),
                                time(Field.SINCE, "30d"),
                                time(Field.SINCE, "12m"),
                                time(Field.BEFORE, "12m"))
                        .filter(choice -> choice.documents() > 0)
                        .toList());
    }

    private Facet.Choice time(Field field, String value) {
        Instant bound = TimePoint.of(value, now).orElseThrow();
        Predicate<Document> early = document -> document.changedAt().isBefore(bound);
        Predicate<Document> wanted = field == Field.BEFORE ? early : early.negate();
        long counted =
                groups.stream().filter(it -> it.documents().stream().anyMatch(wanted)).count();
        return new Facet.Choice(field, value, (int) counted);
    }

    private Stream<String> spaces(DocumentGroup group) {
        return group.documents().stream()
                .map(document -> spaces.getOrDefault(document.space(), ""))
                .filter(name -> !name.isEmpty());
    }

    private static Stream<String> kinds(DocumentGroup group) {
        return group.documents().stream()
                .map(document -> document.details().kind().name().toLowerCase(Locale.ROOT));
    }

    private static Stream<String> tags(DocumentGroup group) {
        return group.documents().stream().flatMap(document -> document.details().tags().stream());
    }
}
