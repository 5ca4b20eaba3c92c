package io.opslore.ingest.ui;

import io.opslore.identity.Asker;
import io.opslore.library.DocumentAccess;
import io.opslore.library.DocumentId;
import io.opslore.library.SpaceId;
import io.opslore.library.Twins;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What sets single documents of a space apart. */
@Component
class TreeMarks {

    private final Twins twins;
    private final DocumentAccess access;

    TreeMarks(Twins twins, DocumentAccess access) {
        this.twins = twins;
        this.access = access;
    }

    /** Those that hold the same bytes as another one. */
    Map<DocumentId, Twins.Twin> twins(SpaceId space, Asker asker) {
        return twins.in(space, asker);
    }

    /** Those that fewer people may see than the space. */
    Set<DocumentId> narrowed(SpaceId space, Asker asker) {
        return access.narrowedIn(space, asker);
    }
}
