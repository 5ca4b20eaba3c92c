package io.opslore.library.ui;

import io.opslore.identity.Asker;
import io.opslore.identity.SignedIn;
import io.opslore.library.Document;
import io.opslore.library.DocumentId;
import io.opslore.library.Documents;
import io.opslore.library.Downloads;
import io.opslore.library.Release;
import io.opslore.library.Revision;
import io.opslore.library.RevisionText;
import io.opslore.library.Spaces;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A document's revisions, read for the person who is signed in. */
@Component
class History {

    private final Documents documents;
    private final Downloads downloads;
    private final Spaces spaces;
    private final SignedIn signedIn;

    History(Documents documents, Downloads downloads, Spaces spaces, SignedIn signedIn) {
        this.documents = documents;
        this.downloads = downloads;
        this.spaces = spaces;
        this.signedIn = signedIn;
    }

    /** Throws {@link io.opslore.library.NotFound} where the person may not read it. */
    OpenedRevisions open(DocumentId id) {
        Asker asker = signedIn.asker();
        Document document = documents.document(id, asker);
        return new OpenedRevisions(
                document, spaces.space(document.space(), asker), documents.revisions(id, asker));
    }

    /** Empty while the revision is not read yet, or could not be. */
    Optional<RevisionText> text(Revision revision) {
        return documents.text(revision.id(), signedIn.asker());
    }

    /** What the person may take along of it. */
    Release.Copy copy(Revision revision) {
        return downloads.release(revision.id(), signedIn.asker()).copy();
    }
}
