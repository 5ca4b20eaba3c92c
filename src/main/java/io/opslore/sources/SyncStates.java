package io.opslore.sources;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Where syncs stand, to be read. Thread-safe. */
@Repository
class SyncStates {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    SyncStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The version that all its documents were of when a sync last ended; empty for none. */
    String reached(SourceId id) {
        return jdbc.sql("select reached from source_sync where source = ?")
                .param(id.value())
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** Where each stands. */
    Map<SourceId, SourceState> states() {
        return jdbc
                .sql(
                        """
                        select y.*, y.held_until > clock_timestamp() as held,
                            s.hook_secret is not null as hooked
                        from source_sync y join source s on s.id = y.source
                        """)
                .query((row, number) ->
                        Map.entry(new SourceId(row.getString("source")), state(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Another one after every change. */
    List<String> mark() {
        return jdbc.sql("select source || changed_at from source_sync order by 1")
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static SourceState state(ResultSet row) throws SQLException {
        String result = row.getString("result");
        String fault = row.getString("fault");
        return new SourceState(
                row.getBoolean("held"),
                row.getTimestamp("wanted_at") != null,
                row.getInt("done"),
                row.getInt("total"),
                instant(row.getTimestamp("next_at")),
                row.getString("reached"),
                result == null ? null : JSON.readValue(result, SyncResult.class),
                fault == null ? null : JSON.readValue(fault, SyncFault.class),
                row.getBoolean("hooked"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
