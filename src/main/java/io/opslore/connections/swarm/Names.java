package io.opslore.connections.swarm;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What people call what the engine knows by ids. Not thread-safe. */
final class Names {

    private final Engine engine;
    private final Map<String, Optional<JsonNode>> networks = new HashMap<>();
    private final Map<String, String> nodes;

    Names(Engine engine) {
        this.engine = engine;
        for (JsonNode network : engine.get("/networks")) {
            networks.put(network.path("Id").asString(""), Optional.of(network));
        }
        nodes =
                engine.get("/nodes")
                        .valueStream()
                        .collect(
                                Collectors.toMap(
                                        node -> node.path("ID").asString(""),
                                        node ->
                                                node.path("Description")
                                                        .path("Hostname")
                                                        .asString("")));
    }

    /** The id itself where it has none. */
    String network(String id) {
        return details(id).map(network -> network.path("Name").asString(id)).orElse(id);
    }

    /** All that the engine tells of it. */
    Optional<JsonNode> details(String id) {
        return networks.computeIfAbsent(id, this::asked);
    }

    String node(String id) {
        return nodes.getOrDefault(id, id);
    }

    /** The host's own network is a swarm's too, and in no list. */
    private Optional<JsonNode> asked(String id) {
        try {
            return id.matches("[a-z0-9]{1,64}")
                    ? Optional.of(engine.get("/networks/" + id))
                    : Optional.empty();
        } catch (ConnectionFailed failed) {
            if (failed.reason() == Reason.NOT_FOUND) {
                return Optional.empty();
            }
            throw failed;
        }
    }
}
