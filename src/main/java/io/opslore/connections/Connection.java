package io.opslore.connections;

import io.opslore.library.SpaceId;
import java.util.Map;

/**
 * One server, ready to be spoken to. Holds secrets in the clear: it is for clients alone, never for
 * a screen, a log or a model.
 *
 * @param name for people
 * @param kind the key of its {@link ConnectionType}
 * @param space whoever may read it may look into this server
 * @param settings by the keys of the type's fields; none is empty
 * @param secrets the same, of those that are secret
 */
public record Connection(
        ConnectionId id,
        String name,
        String kind,
        SpaceId space,
        Map<String, String> settings,
        Map<String, String> secrets) {

    public Connection {
        settings = Map.copyOf(settings);
        secrets = Map.copyOf(secrets);
    }

    /** What a field that is no secret holds; empty where it was left out. */
    public String setting(String field) {
        return settings.getOrDefault(field, "");
    }

    /** What a secret field holds; empty where it was left out. */
    public String secret(String field) {
        return secrets.getOrDefault(field, "");
    }

    public ConnectionInfo info() {
        return new ConnectionInfo(id, name, kind, space);
    }

    /** Its secrets are for nobody to read. */
    @Override
    public String toString() {
        return "Connection " + id.value();
    }
}
