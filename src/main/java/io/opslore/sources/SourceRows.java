package io.opslore.sources;

import io.opslore.connections.ConnectionId;
import io.opslore.identity.AccountId;
import io.opslore.identity.Asker;
import io.opslore.identity.Permission;
import io.opslore.identity.Reach;
import io.opslore.identity.Secrets;
import io.opslore.library.SpaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Sources as they were set up, in PostgreSQL. Thread-safe. */
@Repository
class SourceRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Secrets secrets;

    SourceRows(JdbcClient jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    /** By name. */
    List<Source> all() {
        return jdbc.sql("select * from source order by lower(name), id")
                .query((row, number) -> source(row))
                .list();
    }

    Optional<Source> find(SourceId id) {
        return jdbc.sql("select * from source where id = ?")
                .param(id.value())
                .query((row, number) -> source(row))
                .optional();
    }

    void put(Source source) {
        jdbc.sql(
                        """
                        insert into source
                            (id, name, kind, connection, space, rules, enabled, owner, owner_name)
                        values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
                        on conflict (id) do update set name = excluded.name,
                            connection = excluded.connection, rules = excluded.rules,
                            enabled = excluded.enabled, owner = excluded.owner,
                            owner_name = excluded.owner_name
                        """)
                .params(
                        source.id().value(),
                        source.name(),
                        source.kind(),
                        source.connection().value(),
                        source.space().value(),
                        JSON.writeValueAsString(source.rules()),
                        source.enabled(),
                        source.owner().id().value(),
                        source.owner().username())
                .update();
    }

    void remove(SourceId id) {
        jdbc.sql("delete from source where id = ?").param(id.value()).update();
    }

    void setSecret(SourceId id, String secret) {
        jdbc.sql("update source set hook_secret = ? where id = ?")
                .params(secrets.seal(secret, purpose(id)), id.value())
                .update();
    }

    /** What its webhook signs with. */
    Optional<String> secret(SourceId id) {
        return jdbc.sql(
                        """
                        select hook_secret from source
                        where id = ? and hook_secret is not null
                        """)
                .param(id.value())
                .query((row, number) -> row.getBytes(1))
                .optional()
                .map(sealed -> secrets.open(sealed, purpose(id)));
    }

    private static Source source(ResultSet row) throws SQLException {
        String name = row.getString("name");
        return new Source(
                new SourceId(row.getString("id")),
                name,
                row.getString("kind"),
                new ConnectionId(row.getString("connection")),
                new SpaceId(row.getObject("space", UUID.class)),
                JSON.readValue(row.getString("rules"), SourceRules.class),
                row.getBoolean("enabled"),
                new Asker(
                        new AccountId(row.getObject("owner", UUID.class)),
                        row.getString("owner_name"),
                        reach(name)));
    }

    /** Whoever set it up lends it what it needs, and no more. */
    private static Reach reach(String name) {
        return new Reach(
                "source " + name,
                EnumSet.of(
                        Permission.DOCUMENT_READ, Permission.DOCUMENT_WRITE, Permission.SPACE_ALL));
    }

    private static String purpose(SourceId id) {
        return "source webhook " + id.value();
    }
}
