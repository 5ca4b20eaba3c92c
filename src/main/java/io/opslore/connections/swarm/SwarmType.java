package io.opslore.connections.swarm;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionField;
import io.opslore.connections.ConnectionType;
import java.util.List;
import org.springframework.stereotype.Component;

/** A Docker engine that is a manager of a swarm. */
@Component
class SwarmType implements ConnectionType {

    private static final List<ConnectionField> FIELDS =
            List.of(
                    ConnectionField.line("host"),
                    ConnectionField.secretLines("ca").optional(),
                    ConnectionField.secretLines("cert").optional(),
                    ConnectionField.secretLines("key").optional());

    private final Engines engines;
    private final Swarms swarms;

    SwarmType(Engines engines, Swarms swarms) {
        this.engines = engines;
        this.swarms = swarms;
    }

    @Override
    public String kind() {
        return Swarms.KIND;
    }

    @Override
    public List<ConnectionField> fields() {
        return FIELDS;
    }

    @Override
    public void check(Connection connection) {
        engines.check(connection);
    }

    @Override
    public String test(Connection connection) {
        try (Swarm swarm = swarms.open(connection)) {
            List<SwarmNode> nodes = swarm.nodes();
            return "Docker %s (API %s): %d nodes, %d services"
                    .formatted(
                            nodes.isEmpty() ? "" : nodes.getFirst().engine(),
                            swarm.apiVersion(),
                            nodes.size(),
                            swarm.services("").size());
        }
    }
}
