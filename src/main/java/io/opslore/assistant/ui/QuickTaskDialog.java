package io.opslore.assistant.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import io.opslore.assistant.quick.Filling;
import io.opslore.assistant.quick.QuickTask;
import io.opslore.connections.ConnectionInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Fills in a prepared question's blanks. */
final class QuickTaskDialog extends Dialog {

    private static final int LONGEST = 400;

    private final QuickTask task;
    private final String prompt;
    private final @Nullable PasteField paste;
    private final Predicate<Filling> ask;
    private final Map<String, Supplier<String>> values = new LinkedHashMap<>();
    private final Div refused = new Div(getTranslation("quick.refused"));
    private final VerticalLayout fields = new VerticalLayout();

    /**
     * @param sources that it can look into
     * @param paste where a text is pasted; null where none is wanted
     * @param ask says whether it was asked; else nothing that was typed is lost
     */
    QuickTaskDialog(
            QuickTask task,
            List<ConnectionInfo> sources,
            @Nullable PasteField paste,
            Predicate<Filling> ask) {
        this.task = task;
        this.prompt = QuickTaskText.prompt(task);
        this.paste = paste;
        this.ask = ask;
        layOut(sources);
    }

    private void layOut(List<ConnectionInfo> sources) {
        setHeaderTitle(QuickTaskText.title(task));
        addClassName("quick-task-dialog");
        fields.setPadding(false);
        Paragraph words = new Paragraph(prompt);
        words.addClassName("secondary");
        fields.add(words);
        task.blanks(prompt)
                .forEach(blank ->
                        fields.add(
                                blank.equals(QuickTask.SOURCE) ? source(sources) : field(blank)));
        if (paste != null) {
            setWidth("46rem");
            fields.add(paste);
        }
        refused.addClassName("refused");
        refused.setVisible(false);
        Button cancel = new Button(getTranslation("kit.cancel"), click -> close());
        Button send = new Button(getTranslation("ask.send"), click -> send());
        send.addThemeVariants(ButtonVariant.PRIMARY);
        if (paste == null) {
            send.addClickShortcut(Key.ENTER);
        }
        add(fields, refused);
        getFooter().add(cancel, send);
        fields.getChildren()
                .filter(TextField.class::isInstance)
                .findFirst()
                .map(TextField.class::cast)
                .ifPresent(first -> first.setAutofocus(true));
    }

    private Component source(List<ConnectionInfo> sources) {
        var source = new Select<ConnectionInfo>();
        source.setLabel(QuickTaskText.blank(QuickTask.SOURCE));
        source.setItems(sources);
        source.setItemLabelGenerator(one -> one.name() + " (" + one.id().value() + ")");
        source.setWidthFull();
        sources.stream().findFirst().ifPresent(source::setValue);
        values.put(
                QuickTask.SOURCE,
                () -> source.getValue() == null ? "" : source.getValue().id().value());
        return source;
    }

    private Component field(String blank) {
        var field = new TextField(QuickTaskText.blank(blank));
        field.setMaxLength(LONGEST);
        field.setWidthFull();
        // What the question itself says has to be known; what only narrows a call may be left out.
        field.setRequiredIndicatorVisible(prompt.contains("{" + blank + "}"));
        field.setErrorMessage(getTranslation("quick.missing"));
        values.put(blank, field::getValue);
        return field;
    }

    private void send() {
        List<TextField> missing =
                fields.getChildren()
                        .filter(TextField.class::isInstance)
                        .map(TextField.class::cast)
                        .filter(TextFieldBase::isRequiredIndicatorVisible)
                        .filter(field -> field.getValue().isBlank())
                        .toList();
        missing.forEach(field -> field.setInvalid(true));
        boolean pasted = paste == null || paste.isFilled();
        if (missing.isEmpty() && pasted) {
            Map<String, String> filled = new LinkedHashMap<>();
            values.forEach((blank, value) -> filled.put(blank, value.get()));
            boolean asked = ask.test(Filling.of(task, prompt, filled));
            refused.setVisible(!asked);
            if (asked) {
                close();
            }
        }
    }
}
