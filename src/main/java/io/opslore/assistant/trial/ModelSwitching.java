package io.opslore.assistant.trial;

import io.opslore.assistant.trial.ModelTrial.State;
import io.opslore.assistant.trial.ModelTrial.Switched;
import io.opslore.identity.Asker;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import io.opslore.models.CatalogueEntry;
import io.opslore.models.ModelCatalogue;
import io.opslore.models.TaskSetup;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a model that was tried take over, and takes that back. Thread-safe. */
@Service
@NeedsPermission(Permission.MODEL_MANAGE)
public class ModelSwitching {

    private final ModelCatalogue catalogue;
    private final TrialRows trials;
    private final SwitchRows switches;
    private final TrialNews news;

    ModelSwitching(
            ModelCatalogue catalogue, TrialRows trials, SwitchRows switches, TrialNews news) {
        this.catalogue = catalogue;
        this.trials = trials;
        this.switches = switches;
        this.news = news;
    }

    /**
     * For admins. Makes the candidate of a trial that is done the task's model; how it is asked
     * stays as it is. Returns whether it was: it is not where that has happened already, or where a
     * setting names the task's model.
     */
    @Transactional
    public boolean switchTo(TrialId id, Asker asker) {
        ModelTrial trial = trial(id, asker);
        CatalogueEntry entry = entry(trial, asker);
        if (trial.state() != State.DONE || trial.switched() == Switched.YES || entry.overruled()) {
            return false;
        }
        TaskSetup before = entry.setup();
        catalogue.set(before.with(trial.candidate()), asker);
        switches.add(trial, before.model());
        news.tell();
        return true;
    }

    /**
     * For admins. Makes the model that was wanted before the switch the task's model again. Returns
     * whether it was: it is not where somebody has set up another one since.
     */
    @Transactional
    public boolean rollBack(TrialId id, Asker asker) {
        ModelTrial trial = trial(id, asker);
        TaskSetup now = entry(trial, asker).setup();
        if (trial.switched() != Switched.YES || !now.model().equals(trial.candidate())) {
            return false;
        }
        catalogue.set(now.with(switches.from(trial)), asker);
        switches.rolledBack(trial);
        news.tell();
        return true;
    }

    private ModelTrial trial(TrialId id, Asker asker) {
        return trials.find(id, asker)
                .orElseThrow(() -> new IllegalArgumentException("There is no such trial"));
    }

    private CatalogueEntry entry(ModelTrial trial, Asker asker) {
        return catalogue.entries(asker).stream()
                .filter(entry -> entry.setup().task() == trial.task())
                .findFirst()
                .orElseThrow();
    }
}
