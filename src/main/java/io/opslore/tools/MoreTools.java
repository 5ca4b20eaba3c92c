package io.opslore.tools;

import io.opslore.identity.Asker;
import java.util.List;
import java.util.Optional;

/**
 * Tools that are not the same for everybody, and come and go. Beans of this type are found by
 * {@link ToolCalls}; a tool of the portal's own goes before one of the same name. Thread-safe.
 */
public interface MoreTools {

    /** For everyone: those that somebody may call, by name. */
    List<Tool> tools(Asker asker);

    /**
     * One that somebody may call.
     *
     * @throws io.opslore.connections.ConnectionFailed where it cannot be told now whether there is
     */
    Optional<Tool> find(String name, Asker asker);
}
