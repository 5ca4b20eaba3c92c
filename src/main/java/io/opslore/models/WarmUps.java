package io.opslore.models;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Brings models into memory behind the page, one after the other. Thread-safe. */
@Component
class WarmUps {

    private static final Logger log = LoggerFactory.getLogger(WarmUps.class);

    private final ModelKeeper keeper;
    private final TaskModels models;
    private final WarmRows rows;
    private final ServerNews news;
    private final Map<String, WarmUp> now = new ConcurrentHashMap<>();

    WarmUps(ModelKeeper keeper, TaskModels models, WarmRows rows, ServerNews news) {
        this.keeper = keeper;
        this.models = models;
        this.rows = rows;
        this.news = news;
    }

    /** Those that are going on or failed. */
    List<WarmUp> all() {
        return now.values().stream().sorted(Comparator.comparing(WarmUp::model)).toList();
    }

    /** Returns at once; those that are on their way already are left to it. */
    void start(Collection<String> models) {
        List<String> mine = models.stream().filter(this::begins).toList();
        if (!mine.isEmpty()) {
            news.tell();
            Thread.ofVirtual().name("warm-up").start(() -> mine.forEach(this::load));
        }
    }

    /** Which models are warmed up by themselves. */
    Set<String> kept() {
        return rows.all();
    }

    /** Starts all that are kept warm. */
    void startKept() {
        start(kept());
    }

    /**
     * Loads all that are kept warm, and comes back when they are.
     *
     * @return how many there are
     * @throws IllegalStateException naming those that could not be loaded, and why
     */
    int loadKept() {
        Set<String> kept = kept();
        kept.stream().filter(this::begins).forEach(this::load);
        String failed =
                all().stream()
                        .filter(one -> kept.contains(one.model()) && !one.isRunning())
                        .map(one -> one.model() + ": " + one.said())
                        .collect(Collectors.joining("; "));
        if (!failed.isEmpty()) {
            throw new IllegalStateException(failed);
        }
        return kept.size();
    }

    void keep(String model, boolean keep) {
        if (keep) {
            rows.add(model);
        } else {
            rows.remove(model);
        }
    }

    /** Nobody wants to know of its failure any more. */
    void forget(String model) {
        now.computeIfPresent(model, (name, warmUp) -> warmUp.isRunning() ? warmUp : null);
    }

    private boolean begins(String model) {
        var mine = new WarmUp(model, true, "");
        WarmUp kept = now.merge(model, mine, (before, next) -> before.isRunning() ? before : next);
        return kept == mine;
    }

    private void load(String model) {
        try {
            keeper.load(model, models.loading(model));
            now.remove(model);
            log.info("The model {} is warm", model);
        } catch (RuntimeException e) {
            log.warn("The model {} could not be warmed up: {}", model, e.getMessage());
            now.put(model, new WarmUp(model, false, String.valueOf(e.getMessage())));
        }
        news.tell();
    }
}
