package io.opslore.connections;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a server that runs alone is connected to.
 *
 * @param connections by their ids
 */
@ConfigurationProperties("opslore.mcp")
record GivenConnections(@DefaultValue Map<String, Given> connections) {

    GivenConnections {
        connections = Map.copyOf(connections);
    }

    /**
     * One of them.
     *
     * @param kind what it is connected to
     * @param name for people; its id where it is empty
     * @param fields as on the page of connections, secret ones too; case and hyphens of their names
     *     do not matter
     */
    record Given(
            String kind, @DefaultValue("") String name, @DefaultValue Map<String, String> fields) {

        Given {
            fields = Map.copyOf(fields);
        }
    }
}
