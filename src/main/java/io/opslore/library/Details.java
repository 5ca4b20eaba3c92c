package io.opslore.library;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a document beside its text.
 *
 * @param owner who answers for it: a username, a team, or empty
 * @param tags lower-case, each once, in order
 * @param reviewOn from that day on somebody should look whether it still holds; null for never
 * @param decision for decision records only, and only where it is known
 * @param supersededBy the document that took its place, where that is known to the portal
 */
public record Details(
        DocumentKind kind,
        String owner,
        List<String> tags,
        @Nullable LocalDate reviewOn,
        @Nullable DecisionStatus decision,
        @Nullable DocumentId supersededBy) {

    /** Nothing is known. */
    public static final Details NONE =
            new Details(DocumentKind.OTHER, "", List.of(), null, null, null);

    public Details {
        tags = List.copyOf(tags);
    }

    /** Whether its review date has come. */
    public boolean isDueForReview(LocalDate today) {
        return reviewOn != null && !today.isBefore(reviewOn);
    }

    /** Whether something else holds in its place. */
    public boolean isSuperseded() {
        return decision == DecisionStatus.SUPERSEDED;
    }
}
