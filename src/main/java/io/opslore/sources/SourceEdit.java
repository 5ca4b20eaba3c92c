package io.opslore.sources;

import io.opslore.connections.ConnectionId;
import io.opslore.library.SpaceId;

/**
 * What somebody has entered for a source.
 *
 * @param kind the key of its {@link SourceKind}
 */
public record SourceEdit(
        SourceId id,
        String name,
        String kind,
        ConnectionId connection,
        SpaceId space,
        SourceRules rules,
        boolean enabled) {

    public SourceEdit {
        name = name.strip();
    }
}
