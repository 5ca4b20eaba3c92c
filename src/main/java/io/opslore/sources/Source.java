package io.opslore.sources;

import io.opslore.connections.ConnectionId;
import io.opslore.identity.Asker;
import io.opslore.library.DocumentKey;
import io.opslore.library.SpaceId;

/**
 * Files elsewhere that come into a space and are followed there.
 *
 * @param name for people
 * @param kind the key of its {@link SourceKind}; never changes
 * @param space where its documents are; never changes
 * @param enabled whether it follows by itself
 * @param owner who set it up last: what they may is what it may
 */
public record Source(
        SourceId id,
        String name,
        String kind,
        ConnectionId connection,
        SpaceId space,
        SourceRules rules,
        boolean enabled,
        Asker owner) {

    /**
     * What its document of that path is known by.
     *
     * @throws IllegalArgumentException for a path that no document can have
     */
    DocumentKey key(String place) {
        return new DocumentKey(space, kind + ":" + id.value(), place);
    }

    /** Where in the space a file goes. */
    String place(String path) {
        return rules.folder().isEmpty() ? path : rules.folder() + "/" + path;
    }
}
