package io.opslore.library;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Works out which decision records hold and which gave way, from what all of a space say together:
 * a record is superseded by its own words or by its successor's.
 */
final class Successors {

    /** What one record says. */
    record Said(
            UUID id,
            String path,
            String title,
            @Nullable DecisionStatus status,
            String supersededBy,
            List<String> supersedes) {}

    /** Where it stands by what all say. */
    record Place(@Nullable DecisionStatus status, @Nullable UUID successor) {}

    /** What is only proposed takes nobody's place yet. */
    private static final Set<DecisionStatus> WITHOUT_EFFECT =
            EnumSet.of(DecisionStatus.PROPOSED, DecisionStatus.REJECTED);

    private final List<Said> all;
    private final References references;

    private Successors(List<Said> all) {
        this.all = all.stream().sorted(Comparator.comparing(Said::path)).toList();
        references =
                new References(
                        all.stream()
                                .map(said -> new References.Target(said.id, said.path, said.title))
                                .toList());
    }

    static Map<UUID, Place> among(List<Said> all) {
        return new Successors(all).places();
    }

    private Map<UUID, Place> places() {
        Map<UUID, UUID> claimed = claimed();
        Map<UUID, Place> places = new HashMap<>();
        for (Said said : all) {
            UUID successor = other(said, said.supersededBy).orElse(claimed.get(said.id));
            boolean superseded = successor != null || !said.supersededBy.isEmpty();
            places.put(
                    said.id,
                    new Place(superseded ? DecisionStatus.SUPERSEDED : said.status, successor));
        }
        return places;
    }

    /** Of several that claim one's place, the last by path: numbers count upwards. */
    private Map<UUID, UUID> claimed() {
        Map<UUID, UUID> successors = new HashMap<>();
        for (Said said : all) {
            if (said.status == null || !WITHOUT_EFFECT.contains(said.status)) {
                said.supersedes.forEach(reference ->
                        other(said, reference).ifPresent(old -> successors.put(old, said.id)));
            }
        }
        return successors;
    }

    private Optional<UUID> other(Said said, String reference) {
        return reference.isEmpty()
                ? Optional.empty()
                : references.find(reference, said.path).filter(found -> !found.equals(said.id));
    }
}
