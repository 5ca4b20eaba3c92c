package io.opslore.models;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which models are kept warm, in PostgreSQL. Thread-safe. */
@Repository
class WarmRows {

    private final JdbcClient jdbc;

    WarmRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<String> all() {
        return new TreeSet<>(jdbc.sql("select model from warm_model").query(String.class).list());
    }

    void add(String model) {
        jdbc.sql("insert into warm_model (model) values (?) on conflict do nothing")
                .param(model)
                .update();
    }

    void remove(String model) {
        jdbc.sql("delete from warm_model where model = ?").param(model).update();
    }
}
