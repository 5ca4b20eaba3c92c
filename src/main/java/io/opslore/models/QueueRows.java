package io.opslore.models;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The queue in PostgreSQL, which all portals on the database share, and which decides there whose
 * turn it is (V28). All times are the database's own. Thread-safe.
 */
@Repository
class QueueRows {

    /** After so long a request whose portal keeps silent is over. */
    static final Duration BELIEVED = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final QueueSettings settings;

    QueueRows(JdbcClient jdbc, QueueSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /**
     * Takes a place, in one way to the database and back.
     *
     * @return how it stands: 0 is served at once, 1 is next, and so on
     */
    long enter(Turn turn, UUID portal) {
        return jdbc.sql(
                        """
                        select enter_model_queue(:id, :portal, :asker, :model,
                        :waited * interval '1 millisecond', :believed * interval '1 millisecond',
                        :most, :models, :patience * interval '1 millisecond')
                        """)
                .param("id", turn.id())
                .param("portal", portal)
                .param("asker", turn.asker().value())
                .param("model", turn.model())
                .param("waited", turn.waited().toMillis())
                .param("believed", BELIEVED.toMillis())
                .params(bounds())
                .query(Long.class)
                .single();
    }

    /** How each of the portal's requests stands by now. */
    Map<UUID, Long> look(UUID portal) {
        return jdbc
                .sql(
                        """
                        select request, stands from look_at_model_queue(
                        :portal, :most, :models, :patience * interval '1 millisecond')
                        """)
                .param("portal", portal)
                .params(bounds())
                .query((row, number) ->
                        Map.entry(row.getObject("request", UUID.class), row.getLong("stands")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** These still wait. */
    void confirm(Collection<Turn> waiting) {
        jdbc.sql(
                        """
                        update model_request
                        set alive_until = clock_timestamp() + ? * interval '1 millisecond'
                        where id = any (?)
                        """)
                .params(BELIEVED.toMillis(), each(waiting, Turn::id, UUID[]::new))
                .update();
    }

    /** These are at the server, also where the database has given them up by now. */
    void confirmServed(Collection<Turn> served, UUID portal) {
        jdbc.sql(
                        """
                        insert into model_request
                        select id, ?, asker, model, clock_timestamp(), clock_timestamp(),
                        clock_timestamp() + ? * interval '1 millisecond'
                        from unnest(?, ?, ?) as served (id, asker, model)
                        on conflict (id) do update set alive_until = excluded.alive_until
                        """)
                .params(portal, BELIEVED.toMillis())
                .param(each(served, Turn::id, UUID[]::new))
                .param(each(served, turn -> turn.asker().value(), UUID[]::new))
                .param(each(served, Turn::model, String[]::new))
                .update();
    }

    void leave(Turn turn) {
        jdbc.sql("delete from model_request where id = ?").param(turn.id()).update();
    }

    void leaveAll(UUID portal) {
        jdbc.sql("delete from model_request where portal = ?").param(portal).update();
    }

    private Map<String, Object> bounds() {
        return Map.of(
                "most",
                settings.concurrency(),
                "models",
                settings.models(),
                "patience",
                settings.switchAfter().toMillis());
    }

    private static <T> T[] each(
            Collection<Turn> turns,
            Function<Turn, T> part,
            java.util.function.IntFunction<T[]> array) {
        return turns.stream().map(part).toArray(array);
    }
}
