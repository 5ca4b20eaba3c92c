package io.opslore.models;

import io.opslore.identity.Asker;
import io.opslore.identity.Authority;
import io.opslore.identity.Role;
import io.opslore.models.ModelServer.InstalledModel;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * Which model works on a task for whom: the one that is wanted, else the general one, else any that
 * is there; never one that is kept for other roles. Thread-safe.
 */
@Service
public class TaskModels {

    private final ModelWatch watch;
    private final TaskSetups setups;
    private final KeptModels kept;
    private final Authority authority;
    private final ModelsSettings settings;

    TaskModels(
            ModelWatch watch,
            TaskSetups setups,
            KeptModels kept,
            Authority authority,
            ModelsSettings settings) {
        this.watch = watch;
        this.setups = setups;
        this.kept = kept;
        this.authority = authority;
        this.settings = settings;
    }

    /** For everyone: what works on the task for them. */
    public TaskModel of(ModelTask task, Asker asker) {
        return choice(task, usable(asker), setups.of(task).model());
    }

    /** For everyone: this very model at the task, and no other in its place. */
    public TaskModel named(String model, ModelTask task, Asker asker) {
        return exactly(usable(asker), model)
                .<TaskModel>map(name -> ready(task, name, model))
                .orElseGet(() ->
                        exactly(there(), model).isPresent()
                                ? new TaskModel.NotAllowed(task)
                                : new TaskModel.Absent(task));
    }

    /** For everyone: the models that are there, speak, and are for them; in the server's order. */
    public List<String> allowed(Asker asker) {
        return usable(asker).stream()
                .filter(InstalledModel::chats)
                .map(InstalledModel::name)
                .toList();
    }

    /** What works on the task for those who may use every model. */
    TaskModel of(ModelTask task) {
        return choice(task, there(), setups.of(task).model());
    }

    private TaskModel choice(ModelTask task, List<InstalledModel> usable, String wanted) {
        return picked(usable, wanted)
                .<TaskModel>map(name -> ready(task, name, wanted))
                .orElseGet(() ->
                        picked(there(), wanted).isPresent()
                                ? new TaskModel.NotAllowed(task)
                                : new TaskModel.Absent(task));
    }

    private Optional<String> picked(List<InstalledModel> usable, String wanted) {
        return exactly(usable, wanted)
                .or(() -> ModelChoice.general(usable, setups.of(ModelTask.GENERAL), settings));
    }

    private static Optional<String> exactly(List<InstalledModel> usable, String model) {
        return model.isBlank() ? Optional.empty() : ModelChoice.of(usable, model);
    }

    private TaskModel ready(ModelTask task, String model, String wanted) {
        TaskSetup setup = setups.of(task);
        return new TaskModel.Ready(
                task,
                model,
                wanted,
                new ModelOptions(
                        window(model),
                        setup.temperature(),
                        setup.keepAlive(),
                        setup.thinking() != Thinking.OFF),
                setup.thinking());
    }

    /** How a model is loaded: as it will be asked, so that no question loads it anew. */
    ModelOptions loading(String model) {
        TaskSetup setup =
                ModelTask.SPEAKING.stream()
                        .map(setups::of)
                        .filter(it -> ModelName.same(it.model(), model))
                        .findFirst()
                        .orElseGet(() -> setups.of(ModelTask.GENERAL));
        return new ModelOptions(window(model), setup.temperature(), setup.keepAlive(), false);
    }

    /** One for each model, whatever it works on: another one makes the server load it anew. */
    private int window(String model) {
        return ModelTask.SPEAKING.stream()
                .map(setups::of)
                .filter(setup -> ModelName.same(setup.model(), model))
                .mapToInt(TaskSetup::contextTokens)
                .max()
                .orElseGet(() -> setups.of(ModelTask.GENERAL).contextTokens());
    }

    private List<InstalledModel> usable(Asker asker) {
        Map<String, Set<Role>> keptFor = kept.all();
        if (keptFor.isEmpty()) {
            return there();
        }
        Set<Role> roles = authority.of(asker).roles();
        return there().stream()
                .filter(model -> {
                    Set<Role> allowed = keptFor.get(ModelName.canonical(model.name()));
                    return allowed == null || !Collections.disjoint(allowed, roles);
                })
                .toList();
    }

    private List<InstalledModel> there() {
        return watch.installed().orElse(List.of());
    }
}
