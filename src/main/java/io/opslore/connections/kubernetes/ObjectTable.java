package io.opslore.connections.kubernetes;

import java.util.List;
import java.util.Map;

/**
 * A page of a list as the server would print it.
 *
 * @param columns their names, in lower case; those that matter less are not among them unless asked
 *     for
 * @param rows by those names, with {@code namespace} where there is one
 * @param after where the next page begins; empty where this was the last
 * @param version the state of the list that was read
 */
public record ObjectTable(
        List<String> columns, List<Map<String, Object>> rows, String after, String version) {

    public ObjectTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
