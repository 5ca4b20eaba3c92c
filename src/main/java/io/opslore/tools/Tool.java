package io.opslore.tools;

import io.opslore.connections.ConnectionInfo;
import io.opslore.identity.Asker;
import java.time.Duration;
import java.util.Set;

/**
 * Something that can be looked up. It has no way to change anything: what it calls only reads.
 * Beans of this type are found by {@link ToolCalls}, which alone calls them: only there is what
 * they find bounded, masked and put on record. Thread-safe.
 */
public interface Tool {

    ToolInfo info();

    /** Kinds of connections that it looks into; none where it looks into none. */
    default Set<String> kinds() {
        return Set.of();
    }

    /** Whether it can look there. */
    default boolean looksInto(ConnectionInfo connection) {
        return kinds().contains(connection.kind());
    }

    /**
     * @param arguments fit {@link ToolInfo#parameters}
     * @param asker for whom; finds nothing that they may not open
     * @throws ToolFailure with a reason and what to do, for whoever called
     */
    Found find(ToolArguments arguments, Asker asker);

    /**
     * How long one call may take.
     *
     * @param usual for tools that look something up
     */
    default Duration limit(Duration usual) {
        return usual;
    }
}
