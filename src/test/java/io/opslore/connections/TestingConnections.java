package io.opslore.connections;

import org.springframework.context.ApplicationContext;

/** Keeps connections of any kind in a running portal, whatever their types would say. */
public final class TestingConnections {

    private TestingConnections() {}

    public static void put(Connection connection, ApplicationContext portal) {
        portal.getBean(ConnectionRecords.class).put(connection);
    }

    public static void remove(ConnectionId id, ApplicationContext portal) {
        portal.getBean(ConnectionRecords.class).remove(id);
    }
}
