package io.opslore.models.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.opslore.identity.Asker;
import io.opslore.kit.Confirmation;
import io.opslore.kit.Toast;
import io.opslore.models.CatalogueEntry;
import io.opslore.models.EmbeddingTask;
import io.opslore.models.ModelAdvice;
import io.opslore.models.ModelCatalogue;
import io.opslore.models.ModelTask;
import io.opslore.models.TaskSetup;
import java.util.stream.Collectors;

/** The catalogue: a card for each task, and advice for the memory that there is. */
final class TaskSection extends Div {

    private final ModelCatalogue catalogue;
    private final Asker asker;
    private final Runnable changed;
    private final EmbeddingActions embedding;
    private final Select<ModelAdvice> memory = new Select<>();
    private final Div cards = new Div();

    /**
     * @param changed runs when something was changed, and refreshes this too
     */
    TaskSection(ModelCatalogue catalogue, EmbeddingTask embedding, Asker asker, Runnable changed) {
        this.catalogue = catalogue;
        this.asker = asker;
        this.changed = changed;
        this.embedding =
                new EmbeddingActions(
                        embedding, () -> catalogue.embedding(asker), asker, this::refresh);
        layOut();
        refresh();
    }

    private void layOut() {
        memory.setLabel(getTranslation("models.memory"));
        memory.setItems(ModelAdvice.values());
        memory.setItemLabelGenerator(it ->
                it == ModelAdvice.NONE
                        ? getTranslation("models.memory.none")
                        : getTranslation("models.memory.gb", it.gigabytes()));
        memory.setPlaceholder(getTranslation("models.memory.unknown"));
        catalogue.memory(asker).ifPresent(found -> memory.setValue(ModelAdvice.fitting(found)));
        Button follow = new Button(getTranslation("models.advice.follow"), click -> offer());
        follow.setEnabled(memory.getValue() != null);
        memory.addValueChangeListener(change -> follow.setEnabled(change.getValue() != null));
        Div toolbar = new Div(memory, follow);
        toolbar.addClassName("admin-toolbar");
        cards.addClassName("task-cards");
        addClassName("task-section");
        add(toolbar, cards);
    }

    void refresh() {
        cards.removeAll();
        for (CatalogueEntry entry : catalogue.entries(asker)) {
            cards.add(new TaskCard(entry, () -> edit(entry), () -> offerReset(entry)));
        }
        cards.add(embedding.card());
    }

    private void offer() {
        ModelAdvice advice = memory.getValue();
        if (advice == null) {
            return;
        }
        String models =
                ModelTask.SPEAKING.stream()
                        .map(task -> TaskCard.name(task) + ": " + advice.model(task))
                        .collect(Collectors.joining("; "));
        Confirmation.ask(
                getTranslation("models.advice.ask"),
                getTranslation("models.advice.hint", models),
                getTranslation("models.advice.follow"),
                () -> {
                    catalogue.follow(advice, asker);
                    done(getTranslation("models.advice.done"));
                });
    }

    private void edit(CatalogueEntry entry) {
        new TaskDialog(entry, catalogue.installed(asker), this::save).open();
    }

    private void save(TaskSetup setup) {
        try {
            catalogue.set(setup, asker);
            done(getTranslation("models.saved", TaskCard.name(setup.task())));
        } catch (IllegalArgumentException refused) {
            Toast.failed(getTranslation("models.notSaved"));
        }
    }

    private void offerReset(CatalogueEntry entry) {
        String task = TaskCard.name(entry.setup().task());
        Confirmation.ask(
                getTranslation("models.reset.ask", task),
                getTranslation("models.reset.hint"),
                getTranslation("models.reset"),
                () -> {
                    catalogue.reset(entry.setup().task(), asker);
                    done(getTranslation("models.saved", task));
                });
    }

    private void done(String said) {
        Toast.done(said);
        changed.run();
    }
}
