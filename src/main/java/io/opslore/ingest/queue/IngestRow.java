package io.opslore.ingest.queue;

import io.opslore.ingest.IngestProgress;
import io.opslore.ingest.IngestState;
import io.opslore.library.DocumentId;
import io.opslore.library.RevisionId;
import io.opslore.library.SpaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Reads a row of the states' table. */
public final class IngestRow {

    private IngestRow() {}

    static IngestProgress progress(ResultSet row, int number) throws SQLException {
        return new IngestProgress(
                new SpaceId(row.getObject("space_id", UUID.class)),
                new DocumentId(row.getObject("document_id", UUID.class)),
                new RevisionId(row.getObject("revision_id", UUID.class)),
                row.getString("path"),
                state(row));
    }

    /** The state alone, from any query that has its columns. */
    public static IngestState state(ResultSet row) throws SQLException {
        return switch (row.getString("state")) {
            case "QUEUED" -> new IngestState.Queued();
            case "EXTRACTING" -> new IngestState.Extracting();
            case "INDEXING" -> new IngestState.Indexing(row.getInt("done"), row.getInt("total"));
            case "READY", "SUPERSEDED" -> new IngestState.Ready();
            case "FAILED" ->
                    new IngestState.Failed(
                            IngestState.Reason.valueOf(row.getString("reason")),
                            row.getString("detail"));
            default -> throw new SQLException("Unknown state " + row.getString("state"));
        };
    }
}
