package io.opslore.connections;

import java.util.List;
import java.util.Optional;

/** Where connections are written down. Thread-safe. */
interface ConnectionBook {

    /** By name; without their secrets. */
    List<Connection> all();

    /** With its secrets. */
    Optional<Connection> find(ConnectionId id);
}
