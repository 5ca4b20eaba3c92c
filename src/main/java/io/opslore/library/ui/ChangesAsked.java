package io.opslore.library.ui;

import io.opslore.library.SpaceId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which changes are asked for.
 *
 * @param since from the beginning of this day
 * @param space empty for all that the reader may read
 */
record ChangesAsked(LocalDate since, Optional<SpaceId> space) {

    String address() {
        return space.map(one -> DocumentNavigation.changesAddress(since, one))
                .orElseGet(() -> DocumentNavigation.changesAddress(since));
    }

    ChangesAsked since(LocalDate other) {
        return new ChangesAsked(other, space);
    }

    ChangesAsked in(Optional<SpaceId> other) {
        return new ChangesAsked(since, other);
    }
}
