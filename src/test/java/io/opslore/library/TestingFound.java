package io.opslore.library;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What extraction would have found. */
final class TestingFound {

    private TestingFound() {}

    static FoundDetails decision(@Nullable DecisionStatus status) {
        return new FoundDetails(DocumentKind.ADR, "", List.of(), null, status, "", List.of());
    }

    static FoundDetails supersededBy(String successor) {
        return new FoundDetails(
                DocumentKind.ADR,
                "",
                List.of(),
                null,
                DecisionStatus.SUPERSEDED,
                successor,
                List.of());
    }

    static FoundDetails supersedes(DecisionStatus status, String... predecessors) {
        return new FoundDetails(
                DocumentKind.ADR, "", List.of(), null, status, "", List.of(predecessors));
    }

    static FoundDetails runbook(String owner, LocalDate reviewOn, String... tags) {
        return new FoundDetails(
                DocumentKind.RUNBOOK, owner, List.of(tags), reviewOn, null, "", List.of());
    }
}
