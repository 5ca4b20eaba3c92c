package io.opslore.connections;

import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.identity.Secrets;
import io.opslore.library.SpaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Connections in PostgreSQL, their secrets sealed. Thread-safe. */
@Repository
class ConnectionRecords implements ConnectionBook {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Secrets secrets;

    ConnectionRecords(JdbcClient jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    @Override
    public List<Connection> all() {
        return jdbc.sql("select * from connection order by lower(name), id")
                .query((row, number) -> connection(row, Map.of()))
                .list();
    }

    /**
     * @throws ConnectionFailed where its secrets cannot be opened with the portal's key
     */
    @Override
    public Optional<Connection> find(ConnectionId id) {
        return jdbc.sql("select * from connection where id = ?")
                .param(id.value())
                .query((row, number) -> connection(row, opened(row)))
                .optional();
    }

    /** The same, without its secrets where they cannot be opened: they are to be entered again. */
    Optional<Connection> known(ConnectionId id) {
        try {
            return find(id);
        } catch (ConnectionFailed sealed) {
            return jdbc.sql("select * from connection where id = ?")
                    .param(id.value())
                    .query((row, number) -> connection(row, Map.of()))
                    .optional();
        }
    }

    void put(Connection connection) {
        jdbc.sql(
                        """
                        insert into connection (id, kind, name, space, settings, secrets)
                        values (?, ?, ?, ?, ?::jsonb, ?)
                        on conflict (id) do update set name = excluded.name,
                        space = excluded.space, settings = excluded.settings,
                        secrets = excluded.secrets
                        """)
                .params(
                        connection.id().value(),
                        connection.kind(),
                        connection.name(),
                        connection.space().value(),
                        JSON.writeValueAsString(connection.settings()),
                        secrets.seal(
                                JSON.writeValueAsString(connection.secrets()),
                                purpose(connection.id().value())))
                .update();
    }

    void remove(ConnectionId id) {
        jdbc.sql("delete from connection where id = ?").param(id.value()).update();
    }

    private Map<String, String> opened(ResultSet row) throws SQLException {
        try {
            String purpose = purpose(row.getString("id"));
            return JSON.readValue(secrets.open(row.getBytes("secrets"), purpose), VALUES);
        } catch (Secrets.SecretUnreadable sealed) {
            throw new ConnectionFailed(
                    Reason.DENIED,
                    "What opens this connection was sealed with another key of the portal.",
                    "An administrator has to enter its secrets again.",
                    sealed);
        }
    }

    private static Connection connection(ResultSet row, Map<String, String> opened)
            throws SQLException {
        return new Connection(
                new ConnectionId(row.getString("id")),
                row.getString("name"),
                row.getString("kind"),
                new SpaceId(row.getObject("space", UUID.class)),
                JSON.readValue(row.getString("settings"), VALUES),
                opened);
    }

    private static String purpose(String id) {
        return "connection " + id;
    }
}
