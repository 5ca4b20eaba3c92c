package io.opslore.models.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.opslore.models.ModelTask;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Asks which model makes the numbers for the search: the built-in one, or one on the server. */
final class EmbeddingDialog extends Dialog {

    private final Consumer<Optional<String>> chosen;
    private final RadioButtonGroup<Boolean> onServer = new RadioButtonGroup<>();
    private final ComboBox<String> model = new ComboBox<>();

    /**
     * @param before what is wanted now; empty for the built-in one
     * @param installed those on the server that are made for it
     */
    EmbeddingDialog(
            Optional<String> before, List<String> installed, Consumer<Optional<String>> chosen) {
        this.chosen = chosen;
        onServer.setItems(false, true);
        onServer.setItemLabelGenerator(it ->
                getTranslation(it ? "models.embedding.onServer" : "models.embedding.inPortal"));
        onServer.setValue(before.isPresent());
        onServer.addValueChangeListener(change -> model.setVisible(change.getValue()));
        model.setLabel(getTranslation("models.model"));
        model.setHelperText(
                getTranslation(
                        installed.isEmpty()
                                ? "models.embedding.none"
                                : "models.embedding.model.hint"));
        model.setAllowCustomValue(true);
        model.setItems(Stream.concat(before.stream(), installed.stream()).distinct().toList());
        model.addCustomValueSetListener(typed -> model.setValue(typed.getDetail().strip()));
        before.ifPresent(model::setValue);
        model.setVisible(before.isPresent());
        layOut();
    }

    private void layOut() {
        setHeaderTitle(getTranslation("models.edit", TaskCard.name(ModelTask.EMBEDDING)));
        Div content =
                new Div(new Paragraph(getTranslation("models.embedding.hint")), onServer, model);
        content.addClassName("model-fields");
        add(content);
        Button keep = new Button(getTranslation("models.embedding.next"), click -> choose());
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("kit.cancel"), click -> close()), keep);
    }

    private void choose() {
        String name = model.getValue();
        boolean named = name != null && !name.isBlank() && !name.strip().contains(" ");
        model.setErrorMessage(getTranslation("models.model.wrong"));
        model.setInvalid(onServer.getValue() && !named);
        if (!model.isInvalid()) {
            close();
            chosen.accept(onServer.getValue() ? Optional.of(name.strip()) : Optional.empty());
        }
    }
}
