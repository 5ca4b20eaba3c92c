package io.opslore.models.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import io.opslore.models.CatalogueEntry;
import io.opslore.models.TaskSetup;
import io.opslore.models.Thinking;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sets up one task. A model that is not there may be wanted: it can be pulled later. */
final class TaskDialog extends Dialog {

    private static final int K = 1024;
    private static final double STEP = 0.1;

    private final TaskSetup before;
    private final List<String> installed;
    private final Consumer<TaskSetup> save;
    private final ComboBox<String> model = new ComboBox<>();
    private final Select<Integer> window = new Select<>();
    private final NumberField temperature = new NumberField();
    private final IntegerField kept = new IntegerField();
    private final Select<Thinking> thinking = new Select<>();

    TaskDialog(CatalogueEntry entry, List<String> installed, Consumer<TaskSetup> save) {
        this.before = entry.setup();
        this.installed = installed;
        this.save = save;
        fields(entry);
        layOut();
    }

    private void fields(CatalogueEntry entry) {
        model.setLabel(getTranslation("models.model"));
        model.setAllowCustomValue(true);
        model.setItems(
                Stream.concat(Stream.of(before.model()), installed.stream()).distinct().toList());
        model.addCustomValueSetListener(typed -> model.setValue(typed.getDetail().strip()));
        model.addValueChangeListener(change -> warn(change.getValue()));
        model.setValue(before.model());
        model.setReadOnly(entry.overruled());
        window.setLabel(getTranslation("models.window"));
        window.setHelperText(getTranslation("models.window.hint"));
        window.setItems(
                Stream.concat(
                                Stream.of(4, 8, 16, 32, 64, 128).map(thousands -> thousands * K),
                                Stream.of(before.contextTokens()))
                        .distinct()
                        .sorted()
                        .toList());
        window.setItemLabelGenerator(tokens -> tokens % K == 0 ? tokens / K + "k" : "" + tokens);
        window.setValue(before.contextTokens());
        numbers();
        thinking.setLabel(getTranslation("models.thinking"));
        thinking.setHelperText(getTranslation("models.thinking.hint"));
        thinking.setItems(Thinking.values());
        thinking.setItemLabelGenerator(it -> getTranslation("models.thinking." + it.name()));
        thinking.setValue(before.thinking());
    }

    private void numbers() {
        temperature.setLabel(getTranslation("models.temperature"));
        temperature.setHelperText(getTranslation("models.temperature.hint"));
        temperature.setMin(0);
        temperature.setMax(TaskSetup.HOTTEST);
        temperature.setStep(STEP);
        temperature.setStepButtonsVisible(true);
        temperature.setValue(before.temperature());
        kept.setLabel(getTranslation("models.keepAlive"));
        kept.setHelperText(getTranslation("models.keepAlive.hint"));
        kept.setMin(0);
        kept.setMax((int) TaskSetup.LONGEST_KEPT.toMinutes());
        before.keepAlive().map(it -> (int) it.toMinutes()).ifPresent(kept::setValue);
    }

    private void layOut() {
        setHeaderTitle(getTranslation("models.edit", TaskCard.name(before.task())));
        Button cancel = new Button(getTranslation("kit.cancel"), click -> close());
        Button keep = new Button(getTranslation("kit.save"), click -> save());
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        Div content = new Div(model, window, temperature, kept, thinking);
        content.addClassName("model-fields");
        add(content);
        getFooter().add(cancel, keep);
    }

    private void warn(@Nullable String name) {
        boolean there = name != null && installed.stream().anyMatch(name::equalsIgnoreCase);
        model.setHelperText(there ? "" : getTranslation("models.model.unknown"));
    }

    private void save() {
        String name = model.getValue();
        Double chosen = temperature.getValue();
        boolean named = name != null && !name.isBlank() && !name.strip().contains(" ");
        model.setErrorMessage(getTranslation("models.model.wrong"));
        model.setInvalid(!named);
        if (!named || chosen == null || temperature.isInvalid() || kept.isInvalid()) {
            return;
        }
        Integer minutes = kept.getValue();
        save.accept(
                new TaskSetup(
                        before.task(),
                        name,
                        window.getValue(),
                        chosen,
                        Optional.ofNullable(minutes).map(Duration::ofMinutes),
                        thinking.getValue()));
        close();
    }
}
