package io.opslore.retrieval;

import io.opslore.library.ReadScope;
import io.opslore.library.Space;
import java.time.Instant;
import java.util.List;

/**
 * What one search sees from its first query to its last.
 *
 * @param spaces those that the asker may read
 * @param scope what the asker may read of them
 */
record SearchMoment(Generation generation, List<Space> spaces, ReadScope scope, Instant now) {

    SearchMoment {
        spaces = List.copyOf(spaces);
    }
}
