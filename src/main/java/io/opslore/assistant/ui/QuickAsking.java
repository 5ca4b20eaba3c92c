package io.opslore.assistant.ui;

import io.opslore.assistant.ModelWish;
import io.opslore.assistant.quick.QuickTask;
import io.opslore.assistant.quick.QuickTasks;
import io.opslore.identity.Asker;
import java.util.List;
import java.util.function.BiConsumer;

/** Offers the prepared questions and asks the one that is chosen. */
final class QuickAsking {

    private final QuickTasks tasks;
    private final Asker asker;
    private final BiConsumer<String, ModelWish> ask;
    private final QuickTaskMenu menu = new QuickTaskMenu(this::prepare);

    QuickAsking(QuickTasks tasks, Asker asker, BiConsumer<String, ModelWish> ask) {
        this.tasks = tasks;
        this.asker = asker;
        this.ask = ask;
    }

    QuickTaskMenu menu() {
        return menu;
    }

    /** Looks again what there is for this person. */
    void refresh(boolean mayAsk) {
        menu.show(mayAsk ? tasks.offered(asker) : List.of());
    }

    private void prepare(QuickTask task) {
        new QuickTaskDialog(
                        task,
                        tasks.sources(task, asker),
                        filling ->
                                ask.accept(
                                        filling.question(),
                                        new ModelWish(task.task(), null, filling.lookups())))
                .open();
    }
}
