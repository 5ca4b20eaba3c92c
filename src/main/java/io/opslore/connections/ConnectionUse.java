package io.opslore.connections;

import io.opslore.identity.Asker;
import java.util.List;

/**
 * What else of the portal lives on a connection. Beans of this type are found by themselves; {@link
 * ConnectionCatalogue#usesOf} asks them all. Thread-safe.
 */
public interface ConnectionUse {

    /** What uses it, by its name, so far as the asker may know of it. */
    List<String> names(ConnectionId id, Asker asker);
}
