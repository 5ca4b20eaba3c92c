package io.opslore.library;

import io.opslore.identity.Asker;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was masked where, for people. Tells of secrets that they are there, never what they are. */
@Service
@Transactional(readOnly = true)
public class MaskReport {

    private final Access access;
    private final Grants grants;
    private final MaskRows rows;

    MaskReport(Access access, Grants grants, MaskRows rows) {
        this.access = access;
        this.grants = grants;
        this.rows = rows;
    }

    /** For readers of its space; empty where the revision never went through the masking. */
    public Optional<Masks> masks(RevisionId id, Asker asker) {
        access.revision(id, asker);
        return rows.of(id);
    }

    /** For readers of its space: a part of the above, in the order of the text. */
    public List<Mask> masks(RevisionId id, int offset, int limit, Asker asker) {
        access.revision(id, asker);
        return rows.page(id, offset, limit);
    }

    /** For readers of its space: how many there are. */
    public int count(RevisionId id, Asker asker) {
        access.revision(id, asker);
        return rows.count(id);
    }

    /**
     * For readers of its space: where else in it the same secret stands today, as far as the asker
     * may read.
     */
    public List<Place> elsewhere(RevisionId id, Mask mask, int most, Asker asker) {
        Revision revision = access.revision(id, asker);
        ReadScope scope = grants.readable(asker).within(revision.space());
        return rows.places(mask.placeholder(), scope, revision, mask.line(), most);
    }

    /** A line of a document's current revision. */
    public record Place(DocumentId document, RevisionId revision, String path, int line) {}
}
