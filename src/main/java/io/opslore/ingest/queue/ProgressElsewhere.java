package io.opslore.ingest.queue;

import io.opslore.ingest.IngestProgress;
import io.opslore.library.Maintenance;
import io.opslore.library.SpaceId;
import io.opslore.replicas.Portals;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells this portal's pages what another portal has done, within a second or two; asks the database
 * only while there is another portal and somebody looks on. Thread-safe.
 */
@Component
@Profile(Maintenance.NOT_THEN)
class ProgressElsewhere implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressElsewhere.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final JdbcClient jdbc;
    private final ProgressBoard board;
    private final Portals portals;
    private final ScheduledExecutorService turns =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("progress-elsewhere").factory());
    private Set<IngestProgress> known = Set.of();

    ProgressElsewhere(JdbcClient jdbc, ProgressBoard board, Portals portals) {
        this.jdbc = jdbc;
        this.board = board;
        this.portals = portals;
        long pause = PAUSE.toMillis();
        turns.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            Set<SpaceId> watched = board.watched();
            boolean alone = watched.isEmpty() || portals.others().isEmpty();
            Set<IngestProgress> lately = alone ? Set.of() : lately(watched);
            lately.stream().filter(progress -> !known.contains(progress)).forEach(board::announce);
            known = lately;
        } catch (RuntimeException e) {
            LOG.debug("What other portals do is not known", e);
        }
    }

    /** Longer ago than portals' clocks differ; what is found twice is told once. */
    private Set<IngestProgress> lately(Set<SpaceId> spaces) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select * from ingest_state where space_id in (:spaces)
                                    and changed_at > clock_timestamp() - interval '30 seconds'
                                """)
                        .param("spaces", spaces.stream().map(SpaceId::value).toList())
                        .query(IngestRow::progress)
                        .list());
    }

    @Override
    public void destroy() {
        turns.shutdownNow();
        turns.close();
    }
}
