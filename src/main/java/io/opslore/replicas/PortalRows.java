package io.opslore.replicas;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Portals in PostgreSQL. All times are the database's own, since portals' clocks differ.
 * Thread-safe.
 */
@Repository
class PortalRows {

    private static final TypeReference<Map<String, String>> MARKS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    PortalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void enter(UUID id, String host, String version, Map<String, String> shared) {
        jdbc.sql(
                        """
                        insert into portal (id, host, version, shared, started_at, seen_at)
                        values (:id, :host, :version, cast(:shared as jsonb), clock_timestamp(), clock_timestamp())
                        on conflict (id) do update set host = excluded.host,
                            version = excluded.version,
                            shared = excluded.shared, started_at = excluded.started_at,
                            seen_at = excluded.seen_at
                        """)
                .param("id", id)
                .param("host", host)
                .param("version", version)
                .param("shared", JsonMapper.shared().writeValueAsString(shared))
                .update();
    }

    /** False if the portal is not in the table. */
    boolean confirm(UUID id) {
        return jdbc.sql("update portal set seen_at = clock_timestamp() where id = ?")
                        .param(id)
                        .update()
                > 0;
    }

    void leave(UUID id) {
        jdbc.sql("delete from portal where id = ?").param(id).update();
    }

    List<Portal> seenWithin(Duration time) {
        return jdbc.sql(
                        """
                        select * from portal
                        where seen_at > clock_timestamp() - make_interval(secs => ?)
                        order by started_at, id
                        """)
                .param(time.toMillis() / 1000.0)
                .query(PortalRows::portal)
                .list();
    }

    void forgetLost(Duration time) {
        jdbc.sql(
                        """
                        delete from portal
                        where seen_at < clock_timestamp() - make_interval(secs => ?)
                        """)
                .param(time.toMillis() / 1000.0)
                .update();
    }

    private static Portal portal(ResultSet row, int number) throws SQLException {
        return new Portal(
                row.getObject("id", UUID.class),
                row.getString("host"),
                row.getString("version"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                JsonMapper.shared().readValue(row.getString("shared"), MARKS));
    }
}
