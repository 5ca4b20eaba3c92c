package io.opslore.ingest;

import io.opslore.identity.Asker;
import io.opslore.library.Space;
import org.springframework.stereotype.Service;

/** The sample documents that come with the portal. */
@Service
public class SampleSpace {

    /**
     * For admins: makes the space if there is none and takes the sample documents in; may be
     * repeated.
     */
    public Space load(Asker asker) {
        throw new UnsupportedOperationException();
    }
}
