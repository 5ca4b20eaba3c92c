package io.opslore.models;

import io.opslore.audit.AuditRecord;
import io.opslore.audit.Auditable;
import io.opslore.audit.Subject;
import io.opslore.identity.Asker;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import io.opslore.identity.Role;
import io.opslore.models.ModelServer.InstalledModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says which roles may use which models. What is changed holds with the next question. */
@Service
@NeedsPermission(Permission.MODEL_MANAGE)
public class ModelAccess {

    private final KeptModels kept;
    private final TaskSetups setups;
    private final ModelWatch watch;
    private final ApplicationEventPublisher events;

    ModelAccess(
            KeptModels kept,
            TaskSetups setups,
            ModelWatch watch,
            ApplicationEventPublisher events) {
        this.kept = kept;
        this.setups = setups;
        this.watch = watch;
        this.events = events;
    }

    /**
     * All models that are wanted, there or kept for somebody. Never paged: most of them are what
     * the server tells in one answer, and no database could count or order what it does not hold. A
     * server holds dozens of models, and people keep those alone that they have seen there.
     */
    public List<ModelUse> uses(Asker asker) {
        Map<String, Set<Role>> all = kept.all();
        Map<String, ModelUse> uses = new LinkedHashMap<>();
        ModelTask.SPEAKING.forEach(task -> add(uses, setups.of(task).model(), all));
        watch.installed().orElse(List.of()).stream()
                .filter(InstalledModel::chats)
                .forEach(model -> add(uses, model.name(), all));
        all.keySet().forEach(model -> add(uses, model, all));
        return List.copyOf(uses.values());
    }

    /** All roles that a model can be kept for. */
    public List<Role> roles(Asker asker) {
        return kept.roles();
    }

    /** Keeps the model for these roles; for nobody where there are none. */
    @Transactional
    public void keep(String model, Set<Role> roles, Asker asker) {
        change(model, () -> kept.keep(model, roles), asker);
    }

    /** Lets everybody use the model who may ask. */
    @Transactional
    public void open(String model, Asker asker) {
        change(model, () -> kept.open(model), asker);
    }

    private void change(String model, Runnable change, Asker asker) {
        Optional<Set<Role>> before = kept.of(model);
        change.run();
        Optional<Set<Role>> after = kept.of(model);
        if (!after.equals(before)) {
            events.publishEvent(Changed.of(model, before, after, asker));
        }
    }

    private void add(Map<String, ModelUse> uses, String model, Map<String, Set<Role>> all) {
        String name = ModelName.canonical(model);
        uses.computeIfAbsent(
                name,
                any -> new ModelUse(model, isThere(model), Optional.ofNullable(all.get(name))));
    }

    private boolean isThere(String model) {
        return watch.installed().orElse(List.of()).stream()
                .anyMatch(there -> ModelName.same(there.name(), model));
    }

    /** Somebody has said who may use a model. */
    private record Changed(AuditRecord audited) implements Auditable {

        static Changed of(
                String model, Optional<Set<Role>> before, Optional<Set<Role>> after, Asker asker) {
            return new Changed(
                    AuditRecord.done(
                            "model.access-change",
                            asker.actor(),
                            new Subject("model", ModelName.canonical(model), model),
                            Map.of("before", said(before), "after", said(after))));
        }

        private static Object said(Optional<Set<Role>> roles) {
            return roles.<Object>map(some -> some.stream().map(Role::key).sorted().toList())
                    .orElse("everybody");
        }
    }
}
