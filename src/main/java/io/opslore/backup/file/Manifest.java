package io.opslore.backup.file;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands at the end of a backup: what there must be in it.
 *
 * @param id the backup's
 * @param checks SHA-256 of the small entries at its front
 * @param blobs how many original files are in this very file
 * @param missing original files that were not in the store when the backup was made
 * @param damaged original files whose bytes were others already when the backup was made
 */
public record Manifest(
        UUID id,
        List<Check> checks,
        List<Table> tables,
        List<Sequence> sequences,
        int blobs,
        List<String> missing,
        List<String> damaged) {

    public Manifest {
        checks = List.copyOf(checks);
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
        missing = List.copyOf(missing);
        damaged = List.copyOf(damaged);
    }

    /** Of one entry. */
    public record Check(String entry, String sha256) {}

    /**
     * The rows of a table, as PostgreSQL's own text format.
     *
     * @param columns in the order of the rows
     */
    public record Table(String name, List<String> columns, long rows, long bytes, String sha256) {

        public Table {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Where a counter stands.
     *
     * @param last null if it has not been used
     */
    public record Sequence(String name, @Nullable Long last) {}
}
