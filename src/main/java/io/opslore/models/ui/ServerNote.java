package io.opslore.models.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import io.opslore.kit.StateBadge;
import io.opslore.kit.StateBadge.Tone;
import io.opslore.models.ModelStatus;
import io.opslore.models.Models;

/** Whether a model server answers at all; changes by itself. */
final class ServerNote extends Div {

    private final Models models;
    private Runnable subscription = () -> {};

    ServerNote(Models models) {
        this.models = models;
        getElement().setAttribute("role", "status");
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
        removeAll();
        add(
                switch (status) {
                    case ModelStatus.Available available ->
                            new StateBadge(
                                    Tone.GOOD,
                                    getTranslation("models.server.there", available.baseUrl()));
                    case ModelStatus.ModelMissing missing ->
                            new StateBadge(
                                    Tone.WARNING,
                                    getTranslation("models.server.empty", missing.baseUrl()));
                    case ModelStatus.Unreachable unreachable ->
                            new StateBadge(
                                    Tone.BAD,
                                    getTranslation("models.server.gone", unreachable.baseUrl()));
                    case ModelStatus.Resting resting ->
                            new StateBadge(
                                    Tone.WARNING,
                                    getTranslation("ask.model.resting.hint", resting.baseUrl()));
                });
    }
}
