package io.opslore.connections;

import io.opslore.audit.AuditRecord;
import io.opslore.audit.Auditable;
import io.opslore.audit.Subject;
import io.opslore.identity.Asker;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A connection is not what it was.
 *
 * @param before null where it is new
 * @param after null where it is gone
 */
public record ConnectionChanged(
        @Nullable Connection before, @Nullable Connection after, Asker asker) implements Auditable {

    /** Which one. */
    public ConnectionId id() {
        return any().id();
    }

    @Override
    public AuditRecord audited() {
        return AuditRecord.done(
                before == null
                        ? "connection.create"
                        : after == null ? "connection.remove" : "connection.change",
                asker.actor(),
                new Subject("connection", any().id().value(), any().name()),
                Map.of(
                        "before", before == null ? Map.of() : facts(before),
                        "after", after == null ? Map.of() : facts(after),
                        "otherSecrets", !secrets(before).equals(secrets(after))));
    }

    private Connection any() {
        return Objects.requireNonNull(after == null ? before : after);
    }

    private static Map<String, String> secrets(@Nullable Connection connection) {
        return connection == null ? Map.of() : connection.secrets();
    }

    private static Map<String, Object> facts(Connection connection) {
        Set<String> secrets = connection.secrets().keySet();
        return Map.of(
                "name", connection.name(),
                "kind", connection.kind(),
                "space", connection.space().value().toString(),
                "settings", new TreeMap<>(connection.settings()),
                "hasSecrets", secrets.stream().sorted().toList());
    }
}
