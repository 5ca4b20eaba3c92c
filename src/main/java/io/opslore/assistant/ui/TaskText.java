package io.opslore.assistant.ui;

import com.vaadin.flow.i18n.I18NProvider;
import io.opslore.models.ModelTask;
import org.jspecify.annotations.Nullable;

/** Tasks in the reader's language. */
final class TaskText {

    private TaskText() {}

    /**
     * @param task null where the portal chooses
     */
    static String of(@Nullable ModelTask task) {
        return I18NProvider.translate("task." + (task == null ? "automatic" : task.key()));
    }
}
