package io.opslore.assistant.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.opslore.assistant.lookup.PastedKind;
import io.opslore.assistant.quick.QuickTask;
import io.opslore.models.ModelTask;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Says how a prepared question reads and what may be looked up for it. */
final class QuickTaskEditor extends Dialog {

    private static final int LONGEST_TITLE = 80;
    private static final int LONGEST_PROMPT = 4_000;

    private final @Nullable QuickTask before;
    private final Consumer<QuickTask> save;
    private final TextField title = new TextField(getTranslation("quick.field.title"));
    private final TextArea prompt = new TextArea(getTranslation("quick.field.prompt"));
    private final Select<ModelTask> task = new Select<>();
    private final Select<PastedKind> pasted = new Select<>();
    private final MultiSelectComboBox<String> tools =
            new MultiSelectComboBox<>(getTranslation("quick.field.tools"));

    /**
     * @param before null for a new one
     * @param allTools their own titles by their names
     */
    QuickTaskEditor(
            @Nullable QuickTask before, Map<String, String> allTools, Consumer<QuickTask> save) {
        this.before = before;
        this.save = save;
        layOut(allTools);
        if (before != null) {
            title.setValue(QuickTaskText.title(before));
            prompt.setValue(QuickTaskText.prompt(before));
            task.setValue(before.task());
            pasted.setValue(before.pasted());
            tools.setValue(before.tools().stream().filter(allTools::containsKey).toList());
        }
    }

    private void layOut(Map<String, String> allTools) {
        setHeaderTitle(getTranslation(before == null ? "quick.add" : "quick.edit.title"));
        setWidth("36rem");
        title.setMaxLength(LONGEST_TITLE);
        title.setAutofocus(true);
        prompt.setMaxLength(LONGEST_PROMPT);
        prompt.setMinRows(3);
        prompt.setHelperText(getTranslation("quick.field.prompt.help"));
        task.setLabel(getTranslation("quick.field.task"));
        task.setItems(ModelTask.SPEAKING);
        task.setEmptySelectionAllowed(true);
        task.setEmptySelectionCaption(TaskText.of(null));
        task.setItemLabelGenerator(TaskText::of);
        pasted.setLabel(getTranslation("quick.field.pasted"));
        pasted.setItems(PastedKind.values());
        pasted.setEmptySelectionAllowed(true);
        pasted.setEmptySelectionCaption(getTranslation("quick.pasted.none"));
        pasted.setItemLabelGenerator(kind ->
                kind == null ? getTranslation("quick.pasted.none") : QuickTaskText.pasted(kind));
        pasted.setHelperText(getTranslation("quick.field.pasted.help"));
        tools.setItems(allTools.keySet().stream().sorted().toList());
        tools.setItemLabelGenerator(
                name -> ToolText.label(name, allTools.getOrDefault(name, name)));
        tools.setHelperText(getTranslation("quick.field.tools.help"));
        var fields = new VerticalLayout(title, prompt, pasted, task, tools);
        fields.setPadding(false);
        title.setWidthFull();
        prompt.setWidthFull();
        pasted.setWidthFull();
        task.setWidthFull();
        tools.setWidthFull();
        Button cancel = new Button(getTranslation("kit.cancel"), click -> close());
        Button ok = new Button(getTranslation("kit.save"), click -> save());
        ok.addThemeVariants(ButtonVariant.PRIMARY);
        add(fields);
        getFooter().add(cancel, ok);
    }

    private void save() {
        title.setInvalid(title.getValue().isBlank());
        prompt.setInvalid(prompt.getValue().isBlank());
        title.setErrorMessage(getTranslation("quick.missing"));
        prompt.setErrorMessage(getTranslation("quick.missing"));
        if (!title.isInvalid() && !prompt.isInvalid()) {
            close();
            save.accept(edited());
        }
    }

    private QuickTask edited() {
        QuickTask old = before;
        if (old == null) {
            return new QuickTask(
                    UUID.randomUUID().toString(),
                    false,
                    true,
                    title.getValue().strip(),
                    prompt.getValue().strip(),
                    task.getValue(),
                    List.copyOf(tools.getValue()),
                    List.of(),
                    pasted.getValue());
        }
        return new QuickTask(
                old.key(),
                old.shipped(),
                old.enabled(),
                kept(title.getValue().strip(), old.title(), QuickTaskText.title(old)),
                kept(prompt.getValue().strip(), old.prompt(), QuickTaskText.prompt(old)),
                task.getValue(),
                List.copyOf(tools.getValue()),
                old.calls(),
                pasted.getValue());
    }

    /** What nobody has changed stays in every reader's own language. */
    private static @Nullable String kept(String now, @Nullable String own, String shown) {
        return now.equals(shown) ? own : now;
    }
}
