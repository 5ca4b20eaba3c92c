package io.opslore.retrieval;

import io.opslore.health.Condition;
import io.opslore.health.Dependency;
import io.opslore.retrieval.engine.Embedder;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What makes numbers of questions: without it, search finds by words alone. */
@Component
class EmbedderDependency implements Dependency {

    private final Generations generations;

    EmbedderDependency(Generations generations) {
        this.generations = generations;
    }

    @Override
    public String name() {
        return "embedder";
    }

    /** Seldom, for the model server has better to do than that. */
    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Condition look() {
        return generations.inActive(active -> {
            String model = active.recipe().model();
            Embedder embedder = active.embedder();
            if (embedder == null) {
                return Condition.degraded("embedder.unable", model);
            }
            try {
                embedder.query("opslore");
                return Condition.up("embedder.up", model);
            } catch (IndexAway e) {
                return Condition.degraded("embedder.away", String.valueOf(e.getMessage()));
            }
        });
    }
}
