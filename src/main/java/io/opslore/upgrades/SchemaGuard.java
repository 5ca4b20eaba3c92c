package io.opslore.upgrades;

import org.flywaydb.core.Flyway;
import org.springframework.stereotype.Component;

/**
 * Migrates at start, unless the schema is a newer portal's or was made otherwise: Flyway alone
 * would let an old portal work on it.
 */
@Component
public class SchemaGuard {

    /** Throws {@link SchemaUnfit} where the schema is not to be worked on, and changes nothing. */
    public void migrate(Flyway flyway) {
        SchemaState state = SchemaState.of(flyway);
        if (!state.unknown().isEmpty()) {
            throw SchemaUnfit.newer(state);
        }
        if (!state.changed().isEmpty()) {
            throw SchemaUnfit.changed(state);
        }
        flyway.migrate();
    }
}
