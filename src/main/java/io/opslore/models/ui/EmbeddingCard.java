package io.opslore.models.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.opslore.kit.IconButton;
import io.opslore.kit.StateBadge;
import io.opslore.kit.StateBadge.Tone;
import io.opslore.models.EmbeddingStatus;
import io.opslore.models.ModelTask;

/** The task that makes numbers for the search: which model does it, and how far its index is. */
final class EmbeddingCard extends Div {

    EmbeddingCard(EmbeddingStatus status, Runnable edit) {
        String task = TaskCard.name(ModelTask.EMBEDDING);
        addClassName("task-card");
        add(
                new Header(
                        new H3(task),
                        new IconButton(
                                VaadinIcon.PENCIL, getTranslation("models.edit", task), edit)),
                new Paragraph(getTranslation("models.about.embedding")),
                wanted(status),
                new Paragraph(
                        status.chosen().isPresent()
                                ? getTranslation("models.embedding.server")
                                : getTranslation("models.embedding")));
        if (!status.inUse()) {
            add(until(status));
        }
        status.problem()
                .map(it -> new Paragraph(getTranslation("models.embedding.problem", it)))
                .ifPresent(this::add);
    }

    private Div wanted(EmbeddingStatus status) {
        Span model =
                new Span(
                        status.chosen()
                                .orElseGet(() -> getTranslation("models.embedding.builtIn")));
        model.addClassName("model-name");
        Div wanted = new Div(model, badge(status));
        wanted.addClassName("task-model");
        return wanted;
    }

    private StateBadge badge(EmbeddingStatus status) {
        if (status.inUse()) {
            return new StateBadge(Tone.GOOD, getTranslation("models.embedding.inUse"));
        }
        return status.building()
                .map(it ->
                        new StateBadge(
                                Tone.BUSY,
                                getTranslation(
                                        "models.embedding.building", it.done(), it.documents())))
                .orElseGet(() ->
                        new StateBadge(Tone.WARNING, getTranslation("models.embedding.idle")));
    }

    private Paragraph until(EmbeddingStatus status) {
        String key =
                status.building().isPresent()
                        ? "models.embedding.until"
                        : "models.embedding.idle.hint";
        return new Paragraph(
                new Span(getTranslation(key, status.answering())),
                new Span(" "),
                new Anchor("admin/index", getTranslation("models.embedding.index")));
    }
}
