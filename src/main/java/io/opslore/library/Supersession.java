package io.opslore.library;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down which documents of a space were superseded, and by which. */
@Component
class Supersession {

    private final DecisionRecords decisions;
    private final ApplicationEventPublisher events;

    Supersession(DecisionRecords decisions, ApplicationEventPublisher events) {
        this.decisions = decisions;
        this.events = events;
    }

    /**
     * Works all of it out anew: whatever came, changed or went, and in whatever order, the result
     * is the same.
     */
    @Transactional
    void workOut(SpaceId space) {
        decisions.lock(space.value());
        List<DecisionText> all = decisions.in(space.value());
        Map<UUID, Successors.Place> places =
                Successors.among(all.stream().map(Supersession::said).toList());
        Map<UUID, Successors.Place> present =
                all.stream()
                        .map(DecisionText::document)
                        .collect(Collectors.toMap(document -> document.id, Supersession::place));
        // In one order, so that two portals never wait for each other.
        places.keySet().stream()
                .filter(document -> !Objects.equals(places.get(document), present.get(document)))
                .sorted()
                .forEach(document -> write(document, Objects.requireNonNull(places.get(document))));
    }

    private void write(UUID document, Successors.Place place) {
        decisions.place(document, place.status(), place.successor());
        events.publishEvent(new DetailsChanged(new DocumentId(document)));
    }

    private static Successors.Place place(DocumentEntity document) {
        return new Successors.Place(document.decision, document.supersededBy);
    }

    private static Successors.Said said(DecisionText decision) {
        DocumentEntity document = decision.document();
        RevisionDetailsEntity found = decision.found();
        return found == null
                ? new Successors.Said(
                        document.id, document.path, document.title, null, "", List.of())
                : new Successors.Said(
                        document.id,
                        document.path,
                        document.title,
                        found.decision,
                        found.supersededBy,
                        List.of(found.supersedes));
    }
}
