package io.opslore.sources;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where syncs stand, in PostgreSQL, whose clock decides for all portals. A run holds its source for
 * a while and confirms that with all that it writes; one that lost it changes nothing any more.
 * Thread-safe.
 */
@Repository
class SyncRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String HELD =
            "held_until = clock_timestamp() + make_interval(secs => :hold)";
    private static final String FREE = "run = null, held_until = null, started_at = null";

    private final JdbcClient jdbc;
    private final SourcesSettings settings;

    SyncRows(JdbcClient jdbc, SourcesSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** A run of one source. */
    record Run(SourceId source, UUID id) {}

    /** It was set up, or set up otherwise: its next turn is soon. */
    void changed(SourceId id) {
        jdbc.sql(
                        """
                        insert into source_sync (source, wanted_at) values (?, clock_timestamp())
                        on conflict (source) do update set wanted_at = clock_timestamp(),
                            wanted_commit = '', next_at = null, changed_at = clock_timestamp()
                        """)
                .param(id.value())
                .update();
    }

    /** A sync that was not asked for yet is, for then. */
    void want(SourceId id, Duration in) {
        jdbc.sql(
                        """
                        update source_sync set changed_at = clock_timestamp(), wanted_commit = '',
                            wanted_at = least(wanted_at, clock_timestamp() + make_interval(secs => ?))
                        where source = ?
                        """)
                .params(seconds(in), id.value())
                .update();
    }

    /**
     * The same, unless all documents are of that commit already, or will be when the sync that runs
     * has ended.
     */
    void want(SourceId id, Duration in, String commit) {
        jdbc.sql(
                        """
                        update source_sync set changed_at = clock_timestamp(),
                            wanted_commit = case when wanted_at is null
                                or wanted_commit = :commit then :commit else '' end,
                            wanted_at = least(wanted_at,
                                clock_timestamp() + make_interval(secs => :in))
                        where source = :source
                            and not (run is null and reached = :commit and fault is null)
                            and not (run is not null and held_until > clock_timestamp()
                                and aim = :commit)
                        """)
                .param("in", seconds(in))
                .param("source", id.value())
                .param("commit", commit)
                .update();
    }

    /**
     * Takes the sync that is due longest, or whose run was killed. One that is due or held later
     * than any can be was planned or begun before the clock was set back.
     */
    Optional<Run> claim() {
        UUID run = UUID.randomUUID();
        return jdbc.sql(
                        """
                        update source_sync set run = :run, aim = '', done = 0, total = 0,
                            started_at = clock_timestamp(), changed_at = clock_timestamp(),
                            held_until = clock_timestamp() + make_interval(secs => :hold),
                            wanted_at = null, wanted_commit = '', runs = runs + 1,
                            next_at = clock_timestamp() + make_interval(secs => (
                                select nullif((s.rules ->> 'minutes')::int, 0) from source s
                                where s.id = source) * 60 * (0.9 + 0.2 * random()))
                        where source = (
                            select y.source from source_sync y join source s on s.id = y.source,
                            lateral (select y.held_until not between clock_timestamp()
                                and clock_timestamp() + make_interval(secs => 2 * :hold)) as hold(ended)
                            where s.enabled
                                and (y.held_until is null or ended)
                                and (y.wanted_at <= clock_timestamp()
                                    or y.wanted_at > clock_timestamp() + interval '10 minutes'
                                    or y.next_at <= clock_timestamp()
                                    or y.next_at > clock_timestamp() + interval '10 minutes'
                                        + (s.rules ->> 'minutes')::int * interval '66 seconds'
                                    or ended)
                            order by least(y.wanted_at, y.next_at, y.held_until)
                            limit 1 for update of y skip locked)
                        returning source
                        """)
                .param("run", run)
                .param("hold", seconds(settings.hold()))
                .query(String.class)
                .optional()
                .map(source -> new Run(new SourceId(source), run));
    }

    /**
     * The run lives, and knows by now what it aims at. Whoever wanted just that need not wait for
     * another one: a hundred webhooks come while the first of them is followed.
     *
     * @param commit that all documents will be of
     * @param total files to be dealt with
     */
    void aim(Run run, String commit, int total) {
        require(
                change(
                        run,
                        HELD
                                + """
                                , aim = :aim, total = :total, done = 0, wanted_at = case
                                    when wanted_commit = :aim then null else wanted_at end
                                """,
                        Map.of("aim", commit, "total", total)));
    }

    /** The run lives; false where it has lost its source. */
    boolean confirm(Run run) {
        return change(run, HELD, Map.of());
    }

    /**
     * The run lives; to be called in a transaction that ends here where it has lost its source.
     *
     * @throws Overtaken where it has
     */
    void require(Run run) {
        require(confirm(run));
    }

    /** One file more; to be called in the transaction that deals with it. */
    void step(Run run) {
        require(change(run, HELD + ", done = done + 1", Map.of()));
    }

    /** It reached its end. */
    void finish(Run run, SyncResult result) {
        change(
                run,
                FREE + ", reached = :commit, result = :result::jsonb, fault = null",
                Map.of("commit", result.version(), "result", JSON.writeValueAsString(result)));
    }

    /**
     * It did not.
     *
     * @param again when it is tried again at the latest; null to leave it to the clock's turn
     */
    void fail(Run run, SyncFault fault, @Nullable Duration again) {
        change(
                run,
                FREE
                        + """
                        , fault = :fault::jsonb, next_at = least(next_at, clock_timestamp()
                            + make_interval(secs => nullif(:again, '')::double precision))
                        """,
                Map.of(
                        "fault",
                        JSON.writeValueAsString(fault),
                        "again",
                        again == null ? "" : Long.toString(again.toSeconds())));
    }

    /** The portal stops; another one may go on at once. */
    void release(Run run) {
        change(run, FREE + ", wanted_at = clock_timestamp()", Map.of());
    }

    private boolean change(Run run, String change, Map<String, ?> values) {
        return jdbc.sql(
                                "update source_sync set changed_at = clock_timestamp(), "
                                        + change
                                        + " where source = :source and run = :run")
                        .params(values)
                        .param("hold", seconds(settings.hold()))
                        .param("source", run.source().value())
                        .param("run", run.id())
                        .update()
                > 0;
    }

    private static void require(boolean held) {
        if (!held) {
            throw new Overtaken();
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    /** Another run has the source now. */
    static final class Overtaken extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
