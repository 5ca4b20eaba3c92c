package io.opslore.retrieval;

import java.util.List;
import org.springframework.stereotype.Service;

/** Finds passages within a reader's scope. Thread-safe. */
@Service
public class Retrieval {

    /**
     * The best passages first; empty for an empty scope or a query without a meaning-bearing term.
     */
    public List<Passage> search(Query query) {
        throw new UnsupportedOperationException();
    }
}
