package io.opslore.library;

import io.opslore.audit.Actor;
import io.opslore.audit.AuditRecord;
import io.opslore.audit.Auditable;
import io.opslore.audit.Subject;
import io.opslore.identity.Asker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Somebody did something to a document that has to stand on the record.
 *
 * @param verb what, as the second part of the action
 */
record DocumentAction(
        String verb, Actor actor, DocumentId id, String path, SpaceId space, Map<String, ?> details)
        implements Auditable {

    @Override
    public AuditRecord audited() {
        Map<String, Object> all = new HashMap<>(details);
        all.put("space", space.value().toString());
        return AuditRecord.done(
                "document." + verb,
                actor,
                new Subject("document", id.value().toString(), path),
                all);
    }

    static DocumentAction of(
            String verb, DocumentEntity document, Actor actor, Map<String, ?> details) {
        return new DocumentAction(
                verb,
                actor,
                document.documentId(),
                document.path,
                new SpaceId(document.spaceId),
                details);
    }

    /** A revision was made, by new bytes or by old ones that were brought back. */
    static DocumentAction stored(DocumentEntity document, RevisionEntity revision, Asker asker) {
        String verb =
                switch (revision.origin) {
                    case Amendments.RESTORE -> "bring-back";
                    default -> revision.number == 1 ? "add" : "revise";
                };
        return of(
                verb,
                document,
                asker.actor(),
                Map.of(
                        "revision", revision.number,
                        "revisionId", revision.id.toString(),
                        "size", revision.size,
                        "sha256", revision.sha256,
                        "origin", revision.origin));
    }

    /** Its details were changed from those to these. */
    static DocumentAction edited(
            DocumentEntity document, Map<String, ?> before, Map<String, ?> after, Asker asker) {
        return of("edit", document, asker.actor(), Map.of("before", before, "after", after));
    }

    /**
     * A revision left the portal.
     *
     * @param what as a file or for the page that shows it; the original or its masked text
     */
    static DocumentAction downloaded(Revision revision, Map<String, ?> what, Asker asker) {
        Map<String, Object> details = new HashMap<>(what);
        details.put("revision", revision.number());
        details.put("revisionId", revision.id().value().toString());
        details.put("size", revision.size());
        details.put("sha256", revision.sha256());
        return new DocumentAction(
                "download",
                asker.actor(),
                revision.document(),
                revision.path(),
                revision.space(),
                details);
    }

    /** What a person can change about a document, as it is now. */
    static Map<String, ?> details(DocumentEntity document) {
        return Map.of(
                "kind", document.kind.name(),
                "owner", document.owner,
                "tags", List.of(document.tags),
                "reviewOn", document.reviewOn == null ? "" : document.reviewOn.toString(),
                "setByHand", List.of(document.corrected));
    }
}
