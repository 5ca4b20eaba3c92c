package io.opslore.assistant.ui;

import com.vaadin.flow.component.select.Select;
import io.opslore.models.ModelTask;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Below the question: what it is about, or that the portal judges that. */
final class TaskPicker extends Select<TaskPicker.Choice> {

    private static final Choice AUTOMATIC = new Choice(null);

    TaskPicker(Consumer<@Nullable ModelTask> chosen) {
        List<Choice> choices = new ArrayList<>(List.of(AUTOMATIC));
        ModelTask.SPEAKING.forEach(task -> choices.add(new Choice(task)));
        setItems(choices);
        setValue(AUTOMATIC);
        setItemLabelGenerator(choice -> TaskText.of(choice.task()));
        setAriaLabel(getTranslation("task.choose"));
        setTooltipText(getTranslation("task.choose.hint"));
        addClassName("task-picker");
        addValueChangeListener(change -> chosen.accept(task()));
    }

    /**
     * @param task null where the portal chooses
     */
    record Choice(@Nullable ModelTask task) {}

    /** Null where the portal chooses. */
    @Nullable ModelTask task() {
        return getValue().task();
    }

    void show(@Nullable ModelTask task) {
        setValue(new Choice(task));
    }
}
