package io.opslore.models;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The fetches of this portal: those that run and, until they are put away, those that ended. */
@Component
class Pulls {

    private final ModelKeeper keeper;
    private final ServerNews news;
    private final Clock clock;
    private final Map<String, RunningPull> pulls = new ConcurrentHashMap<>();

    Pulls(ModelKeeper keeper, ServerNews news, Clock clock) {
        this.keeper = keeper;
        this.news = news;
        this.clock = clock;
    }

    /** The oldest first. */
    List<Pull> all() {
        return pulls.values().stream()
                .map(RunningPull::pull)
                .sorted(Comparator.comparing(Pull::since).thenComparing(Pull::model))
                .toList();
    }

    /** Returns whether it was started: it is not where the same model is being fetched. */
    boolean start(String model) {
        var mine = new RunningPull(model, clock.instant(), news::tell);
        RunningPull now =
                pulls.compute(
                        model,
                        (name, before) -> before != null && before.isRunning() ? before : mine);
        if (now != mine) {
            return false;
        }
        mine.start(keeper.pull(model));
        news.tell();
        return true;
    }

    void cancel(String model) {
        RunningPull running = pulls.get(model);
        if (running != null) {
            running.cancel();
        }
    }

    /** Puts away what ended. */
    void dismiss(String model) {
        pulls.computeIfPresent(model, (name, pull) -> pull.isRunning() ? pull : null);
        news.tell();
    }
}
