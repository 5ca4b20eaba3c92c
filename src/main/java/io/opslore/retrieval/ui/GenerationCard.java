package io.opslore.retrieval.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.opslore.kit.FileSize;
import io.opslore.kit.StateBadge;
import io.opslore.kit.StateBadge.Tone;
import io.opslore.kit.TimeText;
import io.opslore.retrieval.GenerationState;
import io.opslore.retrieval.GenerationStatus;
import io.opslore.retrieval.IndexGeneration;
import java.util.Locale;
import java.util.function.BiConsumer;

/** One generation: what it is, how far it is, and what can be done with it. */
final class GenerationCard extends Article {

    private final GenerationStatus status;
    private final IndexGeneration generation;
    private final BiConsumer<GenerationStatus, GenerationIntent> act;

    GenerationCard(GenerationStatus status, BiConsumer<GenerationStatus, GenerationIntent> act) {
        this.status = status;
        this.generation = status.generation();
        this.act = act;
        addClassNames("generation", generation.state().name().toLowerCase(Locale.ROOT));
        layOut();
    }

    private void layOut() {
        Div head =
                new Div(
                        new H2(getTranslation("index.generation", generation.id().value())),
                        badge());
        head.addClassName("generation-head");
        add(head, facts());
        if (generation.state() == GenerationState.BUILDING) {
            add(new BuildProgress(status));
        }
        if (!status.embeds() && generation.state() == GenerationState.ACTIVE) {
            add(warning(getTranslation("index.wordsOnly", generation.recipe().model())));
        }
        String problem = status.problem();
        if (problem != null) {
            add(warning(getTranslation("index.problem", problem)));
        }
        Div buttons = buttons();
        buttons.addClassName("generation-buttons");
        add(buttons);
    }

    private StateBadge badge() {
        return switch (generation.state()) {
            case BUILDING ->
                    generation.paused()
                            ? new StateBadge(Tone.QUIET, getTranslation("index.paused"))
                            : new StateBadge(Tone.BUSY, getTranslation("index.building"));
            case ACTIVE -> new StateBadge(Tone.GOOD, getTranslation("index.active"));
            case RETIRED -> new StateBadge(Tone.QUIET, getTranslation("index.retired"));
            case DROPPED -> new StateBadge(Tone.QUIET, getTranslation("index.dropped"));
        };
    }

    private Div facts() {
        Div facts = new Div();
        facts.addClassName("facts");
        var size = generation.recipe().size();
        facts.add(new Span(generation.recipe().model()));
        facts.add(new Span(getTranslation("index.size", size.min(), size.max())));
        if (generation.state() != GenerationState.DROPPED) {
            if (generation.state() != GenerationState.BUILDING) {
                facts.add(
                        new Span(getTranslation("index.done", status.done(), status.documents())));
            }
            facts.add(new Span(getTranslation("index.chunks", status.chunks())));
            facts.add(new Span(getTranslation("index.windows", status.windows())));
            facts.add(new Span(FileSize.text(status.disk())));
        }
        facts.add(new Span(new TimeText(generation.startedAt())));
        String askedBy = generation.askedBy();
        facts.add(
                new Span(
                        askedBy == null
                                ? getTranslation("index.bySettings")
                                : getTranslation("index.byPerson", askedBy)));
        return facts;
    }

    /** A line that cannot be overlooked. */
    static Component warning(String text) {
        Icon icon = new Icon(VaadinIcon.WARNING);
        icon.getElement().setAttribute("aria-hidden", "true");
        Span words = new Span(text);
        words.addClassName("note-words");
        Div note = new Div(icon, words);
        note.addClassNames("note", "warning");
        return note;
    }

    private Div buttons() {
        return switch (generation.state()) {
            case BUILDING ->
                    new Div(
                            generation.paused()
                                    ? button("index.goOn", GenerationIntent.GO_ON)
                                    : button("index.pause", GenerationIntent.PAUSE),
                            button("index.cancel", GenerationIntent.CANCEL));
            case RETIRED ->
                    status.embeds()
                            ? new Div(
                                    button("index.revert", GenerationIntent.REVERT),
                                    button("index.drop", GenerationIntent.DROP))
                            : new Div(button("index.drop", GenerationIntent.DROP));
            case ACTIVE, DROPPED -> new Div();
        };
    }

    private Button button(String text, GenerationIntent intent) {
        Button button = new Button(getTranslation(text), click -> act.accept(status, intent));
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }
}
