package io.opslore.assistant.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.Tooltip;
import io.opslore.models.ModelStatus;
import io.opslore.models.Models;

/** Says who answers right now; changes by itself when a model comes or goes. */
final class ModelChip extends Span {

    private final Models models;
    private final Span name = new Span();
    private final Tooltip tooltip = Tooltip.forComponent(this);
    private Runnable subscription = () -> {};

    ModelChip(Models models) {
        this.models = models;
        addClassName("model-chip");
        getElement().setAttribute("role", "status");
        getElement().setAttribute("tabindex", "0");
        add(name);
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
            case ModelStatus.Available available ->
                    show(
                            available.model(),
                            getTranslation("ask.model.available", available.baseUrl()),
                            true);
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

    private void show(String text, String hint, boolean there) {
        name.setText(text);
        tooltip.setText(hint);
        setClassName("there", there);
    }
}
