package io.opslore.backup.rows;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table whose rows are kept.
 *
 * @param columns those that are not computed from others
 */
public record Table(String name, List<String> columns) {

    public Table {
        columns = List.copyOf(columns);
    }

    /** For {@code copy}. */
    String sql() {
        return "%s (%s)"
                .formatted(
                        quoted(name),
                        columns.stream().map(Table::quoted).collect(Collectors.joining(", ")));
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
