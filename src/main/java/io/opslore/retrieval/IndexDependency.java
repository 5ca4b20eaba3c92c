package io.opslore.retrieval;

import io.opslore.health.Condition;
import io.opslore.health.Dependency;
import org.springframework.stereotype.Component;

/** The search engine: while it is away, nothing is found; documents can still be opened. */
@Component
class IndexDependency implements Dependency {

    private final Generations generations;
    private final Building building;

    IndexDependency(Generations generations, Building building) {
        this.generations = generations;
        this.building = building;
    }

    @Override
    public String name() {
        return "index";
    }

    @Override
    public Condition look() {
        return generations
                .away()
                .map(why -> Condition.down("index.away", why))
                .or(() ->
                        building.problem().map(why -> Condition.degraded("index.unfinished", why)))
                .orElseGet(() -> Condition.up("index.up"));
    }
}
