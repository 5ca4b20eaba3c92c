package io.opslore.assistant.ui;

import io.opslore.assistant.Answer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks a question once more, in place of its answer or beside it. */
@FunctionalInterface
interface Again {

    /**
     * @param model this very model; null for the task's own
     */
    void ask(Answer answer, @Nullable String model);

    /** The models that the reader may use. */
    default List<String> models() {
        return List.of();
    }

    /** Asks this very model too, and shows what it says beside the answer. */
    default void compare(Answer answer, String model) {}

    /** Keeps this one of two answers that stand beside each other; the other is gone. */
    default void keep(Answer answer) {}
}
