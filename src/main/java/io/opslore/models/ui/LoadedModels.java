package io.opslore.models.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.opslore.kit.FileSize;
import io.opslore.kit.IconButton;
import io.opslore.kit.StateBadge;
import io.opslore.kit.StateBadge.Tone;
import io.opslore.kit.TimeText;
import io.opslore.models.LoadedModel;
import io.opslore.models.WarmUp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The models in the server's memory, and those on their way there. */
final class LoadedModels extends Section {

    /** A server that was told to keep a model for ever says a time beyond all others. */
    private static final Duration FOR_EVER = Duration.ofDays(3650);

    private final ModelActions actions;
    private final Div cards = new Div();

    LoadedModels(ModelActions actions) {
        this.actions = actions;
        addClassName("server-section");
        cards.addClassName("server-cards");
        add(new H2(getTranslation("server.loaded")), cards);
    }

    void show(List<LoadedModel> loaded, List<WarmUp> warmUps) {
        cards.removeAll();
        loaded.forEach(model -> cards.add(card(model)));
        warmUps.forEach(warmUp -> cards.add(card(warmUp)));
        if (loaded.isEmpty() && warmUps.isEmpty()) {
            Paragraph nothing = new Paragraph(getTranslation("server.loaded.nothing"));
            nothing.addClassName("secondary");
            cards.add(nothing);
        }
    }

    private Article card(LoadedModel model) {
        Div facts = new Div();
        facts.addClassName("facts");
        facts.add(new Span(FileSize.text(model.bytes())));
        model.contextTokens()
                .ifPresent(tokens ->
                        facts.add(new Span(getTranslation("server.loaded.context", tokens))));
        facts.add(until(model.until()));
        return card(
                model.name(),
                gpu(model),
                facts,
                new Button(getTranslation("server.unload"), click -> actions.unload(model.name())));
    }

    private Article card(WarmUp warmUp) {
        Span said = new Span(warmUp.said());
        said.addClassName("long");
        return warmUp.isRunning()
                ? card(
                        warmUp.model(),
                        new StateBadge(Tone.BUSY, getTranslation("server.warming")),
                        said)
                : card(
                        warmUp.model(),
                        new StateBadge(Tone.BAD, getTranslation("server.warming.failed")),
                        said,
                        new IconButton(
                                VaadinIcon.CLOSE_SMALL,
                                getTranslation("server.dismiss", warmUp.model()),
                                () -> actions.dismiss(warmUp.model())));
    }

    private static Article card(String model, StateBadge state, Component... rest) {
        H3 name = new H3(model);
        name.addClassName("long");
        Div head = new Div(name, state);
        head.addClassName("server-card-head");
        Article card = new Article(head);
        card.addClassName("server-card");
        card.add(rest);
        return card;
    }

    private StateBadge gpu(LoadedModel model) {
        if (model.isOnGpu()) {
            return new StateBadge(Tone.GOOD, getTranslation("server.gpu.all"));
        }
        return model.videoBytes() == 0
                ? new StateBadge(Tone.QUIET, getTranslation("server.gpu.none"))
                : new StateBadge(
                        Tone.WARNING,
                        getTranslation(
                                "server.gpu.part", 100 * model.videoBytes() / model.bytes()));
    }

    private Span until(Instant until) {
        return Duration.between(Instant.now(), until).compareTo(FOR_EVER) > 0
                ? new Span(getTranslation("server.loaded.forever"))
                : new Span(getTranslation("server.loaded.until", TimeText.exact(until)));
    }
}
