package io.opslore.ingest.extract;

import io.opslore.library.DecisionStatus;
import io.opslore.library.DocumentKind;
import io.opslore.library.Format;
import io.opslore.library.FoundDetails;
import io.opslore.library.RevisionText;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds what a text says about itself: what it is for, who answers for it, when it is to be
 * reviewed, and, for decision records, where it stands. Pure: the same text gives the same details.
 */
public final class DetailsFinder {

    private static final Logger LOG = LoggerFactory.getLogger(DetailsFinder.class);
    private static final Set<Format> WITH_HEAD =
            EnumSet.of(Format.MARKDOWN, Format.ASCIIDOC, Format.TEXT);
    private static final Set<DocumentKind> DECIDED = EnumSet.of(DocumentKind.ADR, DocumentKind.RFC);

    private DetailsFinder() {}

    /**
     * @param path its folders and file name are hints at the kind
     */
    public static FoundDetails find(String path, RevisionText text) {
        try {
            return found(path, text);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warn("No details in {}: {}", path, e.toString());
            return FoundDetails.NONE;
        }
    }

    private static FoundDetails found(String path, RevisionText text) {
        List<String> lines = text.lines();
        Head head = WITH_HEAD.contains(text.format()) ? Head.of(text.format(), lines) : Head.NONE;
        DocumentKind kind =
                head.first("kind", "type", "doctype")
                        .flatMap(KindGuess::named)
                        .orElseGet(() -> KindGuess.of(path, text));
        Statement own = statement(kind, head, text);
        return new FoundDetails(
                kind,
                head.owner(),
                head.tags(),
                head.reviewOn().orElse(null),
                decision(kind, own),
                own.supersededBy(),
                own.supersedes());
    }

    private static Statement statement(DocumentKind kind, Head head, RevisionText text) {
        Statement said = Statement.NONE;
        if (DECIDED.contains(kind)) {
            said =
                    head.first("status", "state", "статус")
                            .map(Statement::of)
                            .orElseGet(() -> StatusSection.of(text));
        }
        return said.and(head.replacements());
    }

    /** Any document may name its successor; the other states are for decisions. */
    private static @Nullable DecisionStatus decision(DocumentKind kind, Statement own) {
        if (!own.supersededBy().isEmpty()) {
            return DecisionStatus.SUPERSEDED;
        }
        return DECIDED.contains(kind) ? own.status() : null;
    }
}
