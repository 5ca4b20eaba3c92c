package io.opslore.library;

import io.opslore.identity.Asker;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Documents as a person sees them: everything here is checked against the asker's grants.
 * Thread-safe.
 */
@Service
@Transactional(readOnly = true)
public class Documents {

    private final Access access;
    private final Extracts extracts;
    private final Standings standings;
    private final Amendments amendments;

    Documents(Access access, Extracts extracts, Standings standings, Amendments amendments) {
        this.access = access;
        this.extracts = extracts;
        this.standings = standings;
        this.amendments = amendments;
    }

    /** For readers of the space: its documents by path, without those in the bin. */
    public List<Document> in(SpaceId space, Asker asker) {
        return access.in(space, asker).stream().map(DocumentEntity::toDocument).toList();
    }

    /**
     * For readers of its space; {@link NotFound} for everyone else. A document in the bin, and all
     * that follows below, is for those who may write to its space.
     */
    public Document document(DocumentId id, Asker asker) {
        return access.document(id, asker).toDocument();
    }

    /** For everyone: the document, if they may read it. */
    public Optional<Document> find(DocumentId id, Asker asker) {
        try {
            return Optional.of(access.document(id, asker).toDocument());
        } catch (NotFound notForThisAsker) {
            return Optional.empty();
        }
    }

    /** For readers of its space: all revisions, the newest first. */
    public List<Revision> revisions(DocumentId id, Asker asker) {
        return access.revisions(id, asker);
    }

    /** For readers of its space; {@link NotFound} for everyone else. */
    public Revision revision(RevisionId id, Asker asker) {
        return access.revision(id, asker);
    }

    /** For readers of its space: empty while extraction has not finished, or has failed. */
    public Optional<RevisionText> text(RevisionId id, Asker asker) {
        access.revision(id, asker);
        return extracts.text(id);
    }

    /**
     * For readers of its space: other documents that answer with the very same bytes, as far as the
     * asker may read them.
     */
    public List<Document> twins(DocumentId id, Asker asker) {
        return access.twins(id, asker).stream().map(DocumentEntity::toDocument).toList();
    }

    /** For everyone: what has become of each revision, so far as the asker may know. */
    public Map<RevisionId, Standing> standing(Collection<RevisionId> revisions, Asker asker) {
        return standings.of(revisions, asker);
    }

    /** For readers of its space: the details that a person has set. */
    public Set<DetailsField> corrected(DocumentId id, Asker asker) {
        return DetailsField.of(access.document(id, asker).corrected);
    }

    /**
     * For those who may write to its space: makes an old revision the newest again, by a new one
     * with the same bytes. Unchanged if the newest has these bytes. Takes a document out of the
     * bin.
     */
    @Transactional
    public Stored restore(RevisionId old, Asker asker) {
        return amendments.restore(old, asker);
    }

    /**
     * For those who may write to its space: sets details. Those that differ from what the document
     * showed stay as they are said here, whatever later revisions say.
     */
    @Transactional
    public void edit(DocumentId id, DetailsEdit edit, Asker asker) {
        amendments.edit(id, edit, asker);
    }

    /** For those who may write to its space: shows again what the current revision says. */
    @Transactional
    public void resetDetails(DocumentId id, Set<DetailsField> fields, Asker asker) {
        amendments.reset(id, fields, asker);
    }
}
