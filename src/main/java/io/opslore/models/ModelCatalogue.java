package io.opslore.models;

import io.opslore.identity.Asker;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import io.opslore.models.ModelServer.InstalledModel;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says which model is wanted for which task. What is changed holds at once. Thread-safe. */
@Service
@NeedsPermission(Permission.MODEL_MANAGE)
public class ModelCatalogue {

    private final TaskRows rows;
    private final DefaultSetups defaults;
    private final TaskModels models;
    private final ModelWatch watch;
    private final Surroundings around;

    ModelCatalogue(
            TaskRows rows,
            DefaultSetups defaults,
            TaskModels models,
            ModelWatch watch,
            Surroundings around) {
        this.rows = rows;
        this.defaults = defaults;
        this.models = models;
        this.watch = watch;
        this.around = around;
    }

    /** What it looks up, tells and asks. */
    @Component
    record Surroundings(
            KeptModels kept, ApplicationEventPublisher events, ObjectProvider<GpuMemory> memory) {}

    /** All tasks that speak; {@link EmbeddingTask} is set up in another way. */
    public List<CatalogueEntry> entries(Asker asker) {
        return ModelTask.SPEAKING.stream().map(this::entry).toList();
    }

    /** The models that are there and do not speak, by the names that the server gives them. */
    public List<String> embedding(Asker asker) {
        return watch.installed().orElse(List.of()).stream()
                .filter(model -> !model.chats())
                .map(InstalledModel::name)
                .toList();
    }

    /** The models that are there and speak, by the names that the server gives them. */
    public List<String> installed(Asker asker) {
        return watch.installed().orElse(List.of()).stream()
                .filter(InstalledModel::chats)
                .map(InstalledModel::name)
                .toList();
    }

    /** How many gigabytes of graphics memory were found; empty where nothing can tell. */
    public OptionalDouble memory(Asker asker) {
        return around.memory().stream()
                .map(GpuMemory::gigabytes)
                .filter(OptionalDouble::isPresent)
                .findFirst()
                .orElseGet(OptionalDouble::empty);
    }

    /**
     * Sets up a task. Where a setting names the task's model, the name given here is let be.
     *
     * @throws IllegalArgumentException for what makes no sense
     */
    @Transactional
    public void set(TaskSetup setup, Asker asker) {
        require(setup.task());
        TaskSetup wanted = defaults.isOverruled(setup.task()) ? setup.with(named(setup)) : setup;
        if (!wanted.isSensible()) {
            throw new IllegalArgumentException("No model can be asked like this: " + wanted);
        }
        change(setup.task(), () -> rows.put(wanted), asker);
    }

    /** Sets a task up as the portal comes with it. */
    @Transactional
    public void reset(ModelTask task, Asker asker) {
        require(task);
        change(task, () -> rows.remove(task), asker);
    }

    /** Wants the advised model for every task; how they are asked stays as it is. */
    @Transactional
    public void follow(ModelAdvice advice, Asker asker) {
        for (ModelTask task : ModelTask.SPEAKING) {
            change(task, () -> rows.put(stored(task).with(advice.model(task))), asker);
        }
    }

    private CatalogueEntry entry(ModelTask task) {
        TaskSetup setup = rows.of(task);
        return new CatalogueEntry(
                setup,
                rows.own(task).isPresent(),
                defaults.isOverruled(task),
                watch.installed().orElse(List.of()).stream()
                        .anyMatch(model -> ModelName.same(model.name(), setup.model())),
                around.kept().of(setup.model()),
                models.of(task));
    }

    private String named(TaskSetup setup) {
        return stored(setup.task()).model();
    }

    private TaskSetup stored(ModelTask task) {
        return rows.own(task).orElseGet(() -> defaults.of(task));
    }

    private void change(ModelTask task, Runnable change, Asker asker) {
        Supplier<TaskSetup> now = () -> stored(task);
        TaskSetup before = now.get();
        change.run();
        TaskChanged.between(before, now.get(), asker).ifPresent(around.events()::publishEvent);
        watch.lookSoon();
    }

    private static void require(ModelTask task) {
        if (!ModelTask.SPEAKING.contains(task)) {
            throw new IllegalArgumentException("The portal brings what it needs for " + task);
        }
    }
}
