package io.opslore.models;

import io.opslore.health.Condition;
import io.opslore.health.Dependency;
import org.springframework.stereotype.Component;

/** The model server: while it is away, the portal quotes passages. */
@Component
class ModelServerDependency implements Dependency {

    private final ModelWatch watch;

    ModelServerDependency(ModelWatch watch) {
        this.watch = watch;
    }

    @Override
    public String name() {
        return "model-server";
    }

    @Override
    public Condition look() {
        return switch (watch.status()) {
            case ModelStatus.Available there -> Condition.up("models.up", there.model());
            case ModelStatus.ModelMissing missing -> Condition.degraded("models.none");
            case ModelStatus.Unreachable away -> Condition.down("models.away");
            case ModelStatus.Resting resting -> Condition.down("models.resting");
        };
    }
}
