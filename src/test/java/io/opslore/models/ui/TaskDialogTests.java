package io.opslore.models.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.IntegerField;
import io.opslore.models.CatalogueEntry;
import io.opslore.models.ModelTask;
import io.opslore.models.TaskModel;
import io.opslore.models.TaskSetup;
import io.opslore.models.Thinking;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ViewPackages(packages = "io.opslore.kit")
class TaskDialogTests extends BrowserlessTest {

    private static final TaskSetup CODE =
            new TaskSetup(
                    ModelTask.CODE, "qwen2.5-coder:32b", 8192, 0.1, Optional.empty(), Thinking.OFF);

    private final List<TaskSetup> saved = new ArrayList<>();

    @BeforeEach
    void open() {
        var entry =
                new CatalogueEntry(
                        CODE,
                        false,
                        false,
                        false,
                        Optional.empty(),
                        new TaskModel.Absent(ModelTask.CODE));
        new TaskDialog(entry, List.of("qwen2.5-coder:7b"), saved::add).open();
    }

    @Test
    void aModelThatIsNotThereIsWarnedOfAndCanBeWanted() {
        assertThat(model().getHelperText()).isNotEmpty();
        model().setValue("qwen2.5-coder:7b");
        assertThat(model().getHelperText()).isEmpty();
        model().setValue("gpt-oss:20b");
        assertThat(model().getHelperText()).isNotEmpty();

        find(IntegerField.class).single().setValue(30);
        save();

        assertThat(saved)
                .containsExactly(
                        new TaskSetup(
                                ModelTask.CODE,
                                "gpt-oss:20b",
                                8192,
                                0.1,
                                Optional.of(Duration.ofMinutes(30)),
                                Thinking.OFF));
    }

    @Test
    void aNameThatIsNoneIsRefused() {
        model().setValue("two words");
        save();
        assertThat(model().isInvalid()).isTrue();
        model().setValue(null);
        save();
        assertThat(saved).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> model() {
        return find(ComboBox.class).single();
    }

    private void save() {
        find(Button.class).withText("Save").single().click();
    }
}
