package io.opslore.testing;

import io.opslore.models.LoadedModel;
import io.opslore.models.ModelKeeper;
import io.opslore.models.ModelOptions;
import io.opslore.models.PullStep;
import io.opslore.models.StoredModel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.publisher.Flux;

/** A server without a network whose pulls say what the test wants. */
public final class TestingModelKeeper implements ModelKeeper {

    private final Flux<PullStep> steps;
    private final List<String> loaded = new CopyOnWriteArrayList<>();

    public TestingModelKeeper(Flux<PullStep> steps) {
        this.steps = steps;
    }

    /** What it was told to load, in order. */
    public List<String> toldToLoad() {
        return List.copyOf(loaded);
    }

    @Override
    public String version() {
        return "testing";
    }

    @Override
    public List<StoredModel> stored() {
        return List.of();
    }

    @Override
    public List<LoadedModel> loaded() {
        return List.of();
    }

    @Override
    public Flux<PullStep> pull(String model) {
        return steps;
    }

    @Override
    public void delete(String model) {}

    @Override
    public void copy(String model, String name) {}

    @Override
    public void load(String model, ModelOptions options) {
        loaded.add(model);
    }

    @Override
    public void unload(String model) {}
}
