package io.opslore.testing;

import io.opslore.library.Details;
import io.opslore.library.Document;
import io.opslore.library.DocumentId;
import io.opslore.library.RevisionId;
import io.opslore.library.SpaceId;
import java.time.Instant;
import java.util.UUID;

/** Documents that no database knows. */
public final class TestingDocuments {

    private TestingDocuments() {}

    /** A document of one revision in the space. */
    public static Document in(SpaceId space, String path, String title, RevisionId revision) {
        return new Document(
                new DocumentId(UUID.randomUUID()),
                space,
                "upload",
                path,
                title,
                revision,
                revision,
                Instant.EPOCH,
                Details.NONE,
                null);
    }

    /** A document of one revision in a space of its own. */
    public static Document at(String path, String title, RevisionId revision) {
        return in(new SpaceId(UUID.randomUUID()), path, title, revision);
    }
}
