package io.opslore.library;

import io.opslore.identity.Asker;
import io.opslore.identity.Grantee;
import io.opslore.identity.Permission;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may see single documents of a space, for those who manage it: fewer than the space lets in,
 * never more. Thread-safe.
 */
@Service
@Transactional
public class DocumentAccess {

    private final AccessRecords records;
    private final DocumentRecords documents;
    private final AccessJournal journal;
    private final Access access;
    private final Grants grants;

    DocumentAccess(
            AccessRecords records,
            DocumentRecords documents,
            AccessJournal journal,
            Access access,
            Grants grants) {
        this.records = records;
        this.documents = documents;
        this.journal = journal;
        this.access = access;
        this.grants = grants;
    }

    /** For those who manage its space: whom it is narrowed to; empty where it is not narrowed. */
    @Transactional(readOnly = true)
    public Optional<Set<Grantee>> narrowing(DocumentId document, Asker asker) {
        managed(document, asker);
        return records.narrowed(document).map(Narrowed::to);
    }

    /** For readers of the space: which of the documents that they see are narrowed. */
    @Transactional(readOnly = true)
    public Set<DocumentId> narrowedIn(SpaceId space, Asker asker) {
        grants.requireRead(space, asker);
        ReadScope scope = grants.readable(asker);
        return documents.narrowedIn(space.value()).stream()
                .map(DocumentId::new)
                .filter(document -> scope.covers(space, document))
                .collect(Collectors.toSet());
    }

    /** For those who manage the space: a part of its narrowed documents, by path. */
    @Transactional(readOnly = true)
    public List<Document> narrowed(
            SpaceId space, String containing, int offset, int limit, Asker asker) {
        grants.require(Permission.SPACE_MANAGE, space, asker);
        String wanted = "%" + containing.strip().replaceAll("[!%_]", "!$0") + "%";
        return documents.narrowed(space.value(), wanted, offset, limit).stream()
                .map(DocumentEntity::toDocument)
                .toList();
    }

    /**
     * For those who manage their spaces: of those whom a space lets in, only these may see the
     * documents from now on, and who manages it. To nobody leaves the latter alone.
     *
     * @throws NotFound for a document or somebody that does not exist; then nothing is changed
     */
    public void narrow(Collection<DocumentId> these, Set<Grantee> to, Asker asker) {
        journal.requireKnown(to, asker);
        for (DocumentEntity document : managed(these, asker)) {
            Optional<Set<Grantee>> before = before(document);
            if (!before.equals(Optional.of(to))) {
                records.narrow(document.documentId(), to);
                journal.narrowed(document, before, Optional.of(to), asker);
            }
        }
    }

    /** For those who manage their spaces: all whom its space lets in may see each of them again. */
    public void widen(Collection<DocumentId> these, Asker asker) {
        for (DocumentEntity document : managed(these, asker)) {
            Optional<Set<Grantee>> before = before(document);
            if (before.isPresent()) {
                records.widen(document.documentId());
                journal.narrowed(document, before, Optional.empty(), asker);
            }
        }
    }

    private Optional<Set<Grantee>> before(DocumentEntity document) {
        return records.narrowed(document.documentId()).map(Narrowed::to);
    }

    /** Locked in one order, so that two who change the same documents never wait for each other. */
    private List<DocumentEntity> managed(Collection<DocumentId> these, Asker asker) {
        List<UUID> ids = these.stream().map(DocumentId::value).distinct().sorted().toList();
        ids.forEach(documents::lock);
        return ids.stream().map(id -> managed(new DocumentId(id), asker)).toList();
    }

    private DocumentEntity managed(DocumentId id, Asker asker) {
        DocumentEntity document = access.document(id, asker);
        grants.require(Permission.SPACE_MANAGE, new SpaceId(document.spaceId), asker);
        return document;
    }
}
