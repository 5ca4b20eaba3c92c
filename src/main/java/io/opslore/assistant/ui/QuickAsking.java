package io.opslore.assistant.ui;

import io.opslore.assistant.LookupWish;
import io.opslore.assistant.ModelWish;
import io.opslore.assistant.PastedTexts;
import io.opslore.assistant.quick.Filling;
import io.opslore.assistant.quick.QuickTask;
import io.opslore.assistant.quick.QuickTasks;
import io.opslore.identity.Asker;
import io.opslore.library.Space;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Offers the prepared questions and asks the one that is chosen. */
final class QuickAsking {

    private final QuickTasks tasks;
    private final PastedTexts pasted;
    private final Supplier<List<Space>> spaces;
    private final Asker asker;
    private final BiPredicate<String, Supplier<ModelWish>> ask;
    private final QuickTaskMenu menu = new QuickTaskMenu(this::prepare);

    /**
     * @param ask says whether it was asked
     */
    QuickAsking(AskSurroundings around, Asker asker, BiPredicate<String, Supplier<ModelWish>> ask) {
        this.tasks = around.quickTasks();
        this.pasted = around.pasted();
        this.spaces = () -> around.spaces().readable(asker);
        this.asker = asker;
        this.ask = ask;
    }

    QuickTaskMenu menu() {
        return menu;
    }

    /** Looks again what there is for this person; what is pasted is kept in a space. */
    void refresh(boolean mayAsk) {
        boolean keeps = mayAsk && !spaces.get().isEmpty();
        menu.show(
                mayAsk
                        ? tasks.offered(asker).stream()
                                .filter(task -> keeps || task.pasted() == null)
                                .toList()
                        : List.of());
    }

    private void prepare(QuickTask task) {
        PasteField paste =
                task.pasted() == null ? null : new PasteField(task.pasted(), spaces.get());
        new QuickTaskDialog(
                        task,
                        tasks.sources(task, asker),
                        paste,
                        filling -> ask.test(filling.question(), () -> wish(task, filling, paste)))
                .open();
    }

    private ModelWish wish(QuickTask task, Filling filling, @Nullable PasteField paste) {
        LookupWish lookups = filling.lookups();
        return new ModelWish(
                task.task(),
                null,
                paste == null || task.pasted() == null
                        ? lookups
                        : lookups.about(
                                pasted.keep(task.pasted(), paste.text(), paste.space(), asker)));
    }
}
