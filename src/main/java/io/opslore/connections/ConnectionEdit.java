package io.opslore.connections;

import io.opslore.library.SpaceId;
import java.util.Map;

/**
 * What somebody has entered for a connection.
 *
 * @param values by field, secret ones too; a field left out is empty, but a secret one that was
 *     entered before stays as it is
 */
public record ConnectionEdit(
        ConnectionId id, String name, String kind, SpaceId space, Map<String, String> values) {

    public ConnectionEdit {
        name = name.strip();
        values = Map.copyOf(values);
    }

    /** What was entered is for nobody to read. */
    @Override
    public String toString() {
        return "ConnectionEdit " + id.value();
    }
}
