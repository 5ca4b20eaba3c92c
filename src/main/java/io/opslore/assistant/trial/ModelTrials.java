package io.opslore.assistant.trial;

import io.opslore.identity.Asker;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import io.opslore.models.ModelTask;
import io.opslore.models.TaskModel;
import io.opslore.models.TaskModels;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Trials: the saved questions of a task asked of the model that works on it now and of one that is
 * to take over. The answers are answers of whoever started it, and only theirs to read; the figures
 * are for every admin. Thread-safe.
 */
@Service
@NeedsPermission(Permission.MODEL_MANAGE)
public class ModelTrials {

    private final TrialRows rows;
    private final TrialRuns runs;
    private final QuestionRows questions;
    private final TaskModels models;
    private final ApplicationEventPublisher events;

    ModelTrials(
            TrialRows rows,
            TrialRuns runs,
            QuestionRows questions,
            TaskModels models,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.runs = runs;
        this.questions = questions;
        this.models = models;
        this.events = events;
    }

    /** Why no trial was begun, or that it was. */
    public enum Begun {
        YES,
        NO_QUESTIONS,
        NO_PRESENT_MODEL,
        SAME_MODEL,
        ANOTHER_RUNS
    }

    /** For admins: the newest first. */
    public List<ModelTrial> all(int offset, int limit, Asker asker) {
        return rows.all(offset, limit, asker);
    }

    /** For admins. */
    public int count(Asker asker) {
        return rows.count();
    }

    /** For admins: the model that works on the task for them now; empty where there is none. */
    public Optional<String> present(ModelTask task, Asker asker) {
        return models.of(task, asker) instanceof TaskModel.Ready ready
                ? Optional.of(ready.model())
                : Optional.empty();
    }

    /** For admins: what can be tried. */
    public List<String> candidates(Asker asker) {
        return models.allowed(asker);
    }

    /** For admins. Calls the listener on a background thread when a trial got on. */
    public Runnable subscribe(Asker asker, Runnable listener) {
        return runs.onChange(listener);
    }

    /** For admins. Returns at once; one trial at a time, because the server is shared. */
    public Begun start(ModelTask task, String candidate, Asker asker) {
        List<SavedQuestion> asked = questions.of(task, 0, SavedQuestions.MOST);
        Optional<String> present = present(task, asker);
        if (asked.isEmpty()) {
            return Begun.NO_QUESTIONS;
        }
        if (present.isEmpty()) {
            return Begun.NO_PRESENT_MODEL;
        }
        if (present.get().equals(candidate)) {
            return Begun.SAME_MODEL;
        }
        if (rows.isAnyRunning()) {
            return Begun.ANOTHER_RUNS;
        }
        TrialId id = rows.begin(task, present.get(), candidate, asked.size(), asker);
        events.publishEvent(TrialChanged.trial("start", id, candidate, asker));
        runs.start(new TrialRun(id, task, List.of(present.get(), candidate), asked, asker));
        return Begun.YES;
    }

    /** For admins. Does nothing where it has ended. */
    public void stop(ModelTrial trial, Asker asker) {
        runs.stop(trial.id());
        events.publishEvent(TrialChanged.trial("stop", trial.id(), trial.candidate(), asker));
    }

    /** For whoever started it: question by question; empty for everybody else. */
    public List<TrialAnswer> answers(TrialId id, Asker asker) {
        return rows.find(id, asker).filter(ModelTrial::mine).isPresent()
                ? rows.answers(id)
                : List.of();
    }
}
