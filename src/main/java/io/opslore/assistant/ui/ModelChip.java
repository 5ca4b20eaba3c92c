package io.opslore.assistant.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.Tooltip;
import io.opslore.identity.Asker;
import io.opslore.models.ModelStatus;
import io.opslore.models.ModelTask;
import io.opslore.models.Models;
import io.opslore.models.TaskModel;
import io.opslore.models.TaskModels;
import org.jspecify.annotations.Nullable;

/** Says who answers right now; changes by itself when a model comes or goes. */
final class ModelChip extends Span {

    private final Models models;
    private final TaskModels tasks;
    private final Asker asker;
    private final Span name = new Span();
    private final Tooltip tooltip = Tooltip.forComponent(this);
    private @Nullable ModelTask task;
    private Runnable subscription = () -> {};

    ModelChip(Models models, TaskModels tasks, Asker asker) {
        this.models = models;
        this.tasks = tasks;
        this.asker = asker;
        addClassName("model-chip");
        getElement().setAttribute("role", "status");
        getElement().setAttribute("tabindex", "0");
        add(name);
        show(models.status());
    }

    /** From now on says who answers this; null where the portal judges what a question is about. */
    void show(@Nullable ModelTask chosen) {
        task = chosen;
        show(models.status());
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        subscription =
                models.onChange(
                        attached.getUI().accessLater((ModelStatus it) -> show(it), () -> {})
                                ::accept);
        show(models.status());
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        subscription.run();
    }

    private void show(ModelStatus status) {
        switch (status) {
            case ModelStatus.Available available -> show(chosen(), available.baseUrl());
            case ModelStatus.ModelMissing missing ->
                    show(
                            getTranslation("ask.model.passages"),
                            getTranslation(
                                    "ask.passages.missing.hint",
                                    missing.baseUrl(),
                                    missing.wanted()),
                            false);
            case ModelStatus.Unreachable unreachable ->
                    show(
                            getTranslation("ask.model.passages"),
                            getTranslation("ask.passages.unreachable.hint", unreachable.baseUrl()),
                            false);
            case ModelStatus.Resting resting ->
                    show(
                            getTranslation("ask.model.resting"),
                            getTranslation("ask.model.resting.hint", resting.baseUrl()),
                            false);
        }
    }

    private TaskModel chosen() {
        return tasks.of(task == null ? ModelTask.GENERAL : task, asker);
    }

    private void show(TaskModel model, String baseUrl) {
        switch (model) {
            case TaskModel.Ready ready -> show(ready.model(), hint(ready, baseUrl), true);
            case TaskModel.NotAllowed refused ->
                    show(
                            getTranslation("ask.model.passages"),
                            getTranslation("ask.remark.models.hint"),
                            false);
            case TaskModel.Absent absent ->
                    show(
                            getTranslation("ask.model.passages"),
                            getTranslation("ask.model.gone", baseUrl),
                            false);
        }
    }

    private String hint(TaskModel.Ready ready, String baseUrl) {
        String said =
                ready.standsIn()
                        ? getTranslation(
                                "ask.model.standsIn", TaskText.of(ready.task()), ready.wanted())
                        : getTranslation("ask.model.available", baseUrl);
        return task == null ? said + " " + getTranslation("ask.model.automatic") : said;
    }

    private void show(String text, String hint, boolean there) {
        name.setText(text);
        tooltip.setText(hint);
        setClassName("there", there);
    }
}
