package io.opslore.operations.history;

import io.micrometer.core.instrument.MeterRegistry;
import io.opslore.health.Dependencies;
import io.opslore.identity.Asker;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import io.opslore.library.Maintenance;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;

/** How this portal does, and did: numbers and states, never what anybody asked. Thread-safe. */
@Service
@Profile(Maintenance.NOT_THEN)
@NeedsPermission(Permission.OPERATIONS_READ)
public class Operations {

    /** In the order in which a question goes through them. */
    private static final List<String> STAGES =
            List.of(
                    Tally.WHOLE,
                    "guard",
                    "embed",
                    "index",
                    "retrieval",
                    "tools",
                    "queue",
                    "first-token",
                    "writing",
                    "answer");

    private final MeterRegistry meters;
    private final Dependencies dependencies;
    private final Sampling sampling;
    private final PortalHistory history;

    Operations(
            MeterRegistry meters,
            Dependencies dependencies,
            Sampling sampling,
            PortalHistory history) {
        this.meters = meters;
        this.dependencies = dependencies;
        this.sampling = sampling;
        this.history = history;
    }

    /** As it is now; waits for nothing, not for the database either. */
    public Now now(Asker asker) {
        Map<String, Double> numbers = new TreeMap<>(Gauges.of(meters));
        numbers.putAll(sampling.lastMinute());
        return new Now(dependencies.all(), numbers, stages());
    }

    /** One of the numbers over time, the oldest first. */
    public List<HistoryPoint> history(String number, Span span, Asker asker) {
        return history.of(number, span);
    }

    /**
     * Calls the listener every few seconds on a background thread.
     *
     * @return ends the subscription when run
     */
    public Runnable subscribe(Asker asker, Runnable listener) {
        return sampling.onTick(listener);
    }

    private List<StageTimes> stages() {
        Tally now = Tally.of(meters);
        Tally before = sampling.anHourAgo();
        return STAGES.stream()
                .filter(stage -> now.passed(stage, before) > 0)
                .map(stage -> times(stage, now, before))
                .toList();
    }

    private static StageTimes times(String stage, Tally now, Tally before) {
        return new StageTimes(
                stage,
                now.passed(stage, before),
                now.quantile(0.5, stage, before),
                now.quantile(0.95, stage, before));
    }
}
