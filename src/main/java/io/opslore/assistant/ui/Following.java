package io.opslore.assistant.ui;

import com.vaadin.flow.component.UI;
import io.opslore.assistant.Answer;
import io.opslore.assistant.Assistant;
import io.opslore.identity.Asker;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells a page of the one answer that is being written, for as long as it is open. */
final class Following {

    private final Assistant assistant;
    private final Asker asker;
    private final Consumer<Answer> told;
    private @Nullable Answer running;
    private @Nullable UI page;
    private Runnable subscription = () -> {};

    Following(Assistant assistant, Asker asker, Consumer<Answer> told) {
        this.assistant = assistant;
        this.asker = asker;
        this.told = told;
    }

    /** From now on tells of this one; of none if it has ended, or null. */
    void follow(@Nullable Answer answer) {
        running = answer == null || answer.outcome().isFinal() ? null : answer;
        subscribe();
    }

    /** What was told of it last; over once that is final. */
    void came(Answer answer) {
        running = answer.outcome().isFinal() ? null : answer;
    }

    boolean isRunning() {
        return running != null;
    }

    void stop() {
        if (running != null) {
            assistant.stop(running.id(), asker);
        }
    }

    void attach(UI ui) {
        page = ui;
        subscribe();
    }

    void detach() {
        page = null;
        subscribe();
    }

    private void subscribe() {
        subscription.run();
        subscription =
                running == null || page == null
                        ? () -> {}
                        : assistant.follow(
                                running.id(),
                                asker,
                                page.accessLater(told::accept, () -> {})::accept);
    }
}
