package io.opslore.library;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a revision says about itself beside its text.
 *
 * @param owner empty where it names none
 * @param tags lower-case, each once
 * @param decision where it stands by its own words
 * @param supersededBy the document that took its place, as it is written there: a link, a number, a
 *     title; or empty
 * @param supersedes the documents whose place it took, as they are written there
 */
public record FoundDetails(
        DocumentKind kind,
        String owner,
        List<String> tags,
        @Nullable LocalDate reviewOn,
        @Nullable DecisionStatus decision,
        String supersededBy,
        List<String> supersedes) {

    /** It says nothing. */
    public static final FoundDetails NONE =
            new FoundDetails(DocumentKind.OTHER, "", List.of(), null, null, "", List.of());

    public FoundDetails {
        tags = List.copyOf(tags);
        supersedes = List.copyOf(supersedes);
    }
}
