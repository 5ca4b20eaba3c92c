package io.opslore.library;

import io.opslore.identity.Asker;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one place that decides what a person may read or change. Default deny: a space without a
 * grant for one of the asker's roles does not exist for them. For every room; thread-safe.
 */
@Service
@Transactional(readOnly = true)
public class Grants {

    private final SpaceRecords spaces;

    Grants(SpaceRecords spaces) {
        this.spaces = spaces;
    }

    /** All that the asker may read right now. */
    public ReadScope readable(Asker asker) {
        return new ReadScope(
                spaces.findAll().stream()
                        .filter(space -> mayRead(space, asker))
                        .map(space -> new SpaceId(space.id))
                        .collect(Collectors.toSet()));
    }

    /** Whether the asker may add and change documents in the space. */
    public boolean mayWrite(SpaceId space, Asker asker) {
        return spaces.findById(space.value()).filter(found -> mayWrite(found, asker)).isPresent();
    }

    /** Throws {@link NotFound} unless the asker may read the space. */
    public void requireRead(SpaceId space, Asker asker) {
        if (spaces.findById(space.value()).filter(found -> mayRead(found, asker)).isEmpty()) {
            throw new NotFound("Space");
        }
    }

    /**
     * Throws {@link NotFound} unless the space may be read, {@link NotAllowed} unless it may be
     * written to as well.
     */
    public void requireWrite(SpaceId space, Asker asker) {
        requireRead(space, asker);
        if (!mayWrite(space, asker)) {
            throw new NotAllowed("change documents in this space");
        }
    }

    private static boolean mayRead(SpaceEntity space, Asker asker) {
        return asker.isAdmin() || asker.roles().stream().anyMatch(space.grants::containsKey);
    }

    private static boolean mayWrite(SpaceEntity space, Asker asker) {
        return asker.isAdmin()
                || asker.roles().stream().anyMatch(role -> space.grants.getOrDefault(role, false));
    }
}
