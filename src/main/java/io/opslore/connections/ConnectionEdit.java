package io.opslore.connections;

import io.opslore.library.SpaceId;
import java.util.Map;
import java.util.Set;

/**
 * What somebody has entered for a connection.
 *
 * @param values by field, secret ones too; a field left out is empty, but a secret one that was
 *     entered before stays as it is
 * @param cleared secret fields that were entered before and shall be empty
 */
public record ConnectionEdit(
        ConnectionId id,
        String name,
        String kind,
        SpaceId space,
        Map<String, String> values,
        Set<String> cleared) {

    public ConnectionEdit {
        name = name.strip();
        values = Map.copyOf(values);
        cleared = Set.copyOf(cleared);
    }

    /** Clears nothing. */
    public ConnectionEdit(
            ConnectionId id, String name, String kind, SpaceId space, Map<String, String> values) {
        this(id, name, kind, space, values, Set.of());
    }

    /** What was entered is for nobody to read. */
    @Override
    public String toString() {
        return "ConnectionEdit " + id.value();
    }
}
