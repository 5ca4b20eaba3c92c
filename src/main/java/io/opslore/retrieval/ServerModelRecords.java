package io.opslore.retrieval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The server's embedding models that indexes are made with, in PostgreSQL, so that all portals on
 * one database embed with the same. Thread-safe.
 */
@Repository
class ServerModelRecords {

    private final JdbcClient jdbc;

    ServerModelRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ServerModel> named(String name) {
        return jdbc.sql("select * from server_embedder where name = ?")
                .param(name)
                .query((row, number) -> model(row))
                .optional();
    }

    /** Empty where the model that comes with the portal is wanted. */
    Optional<ServerModel> chosen() {
        return jdbc.sql("select * from server_embedder where chosen")
                .query((row, number) -> model(row))
                .optional();
    }

    /** From now on the model that comes with the portal is wanted. */
    void chooseNone() {
        jdbc.sql("update server_embedder set chosen = false where chosen").update();
    }

    /** From now on this one is wanted. */
    @Transactional
    void choose(ServerModel model) {
        chooseNone();
        jdbc.sql(
                        """
                        insert into server_embedder (name, model, dimensions, query_prefix,
                            passage_prefix, english_only, wide, chosen)
                        values (:name, :model, :dimensions, :query, :passage, :english, :wide, true)
                        on conflict (name) do update set chosen = true
                        """)
                .param("name", model.name())
                .param("model", model.model())
                .param("dimensions", model.dimensions())
                .param("query", model.queryPrefix())
                .param("passage", model.passagePrefix())
                .param("english", model.englishOnly())
                .param("wide", model.wide())
                .update();
    }

    private static ServerModel model(ResultSet row) throws SQLException {
        return new ServerModel(
                row.getString("name"),
                row.getString("model"),
                row.getInt("dimensions"),
                row.getString("query_prefix"),
                row.getString("passage_prefix"),
                row.getBoolean("english_only"),
                row.getBoolean("wide"));
    }
}
