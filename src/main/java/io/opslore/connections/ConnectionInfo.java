package io.opslore.connections;

import io.opslore.library.SpaceId;

/**
 * What those who may use a connection know of it.
 *
 * @param name for people
 * @param kind the key of its {@link ConnectionType}
 */
public record ConnectionInfo(ConnectionId id, String name, String kind, SpaceId space) {}
