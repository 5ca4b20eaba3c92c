package io.opslore.sources.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import io.opslore.connections.ConnectionField;
import io.opslore.ingest.FileKind;
import io.opslore.sources.SourceOffer;
import io.opslore.sources.SourceRules;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What of a server comes in: what its kind asks for, which files, how often. */
class RuleFields extends Div {

    private static final Set<FileKind> USUAL =
            EnumSet.of(FileKind.TEXT, FileKind.CONFIGURATION, FileKind.CODE, FileKind.OFFICE);
    private static final int HOUR = 60;

    private final FormLayout asked = layout();
    private final Map<String, TextFieldBase<?, String>> options = new LinkedHashMap<>();
    private final List<TextFieldBase<?, String>> required = new ArrayList<>();
    private final TextField folder = new TextField(getTranslation("feeds.folder"));
    private final TextArea include = new TextArea(getTranslation("feeds.include"));
    private final TextArea exclude = new TextArea(getTranslation("feeds.exclude"));
    private final CheckboxGroup<FileKind> kinds = new CheckboxGroup<>();
    private final IntegerField minutes = new IntegerField(getTranslation("feeds.minutes"));

    RuleFields() {
        addClassName("rule-fields");
        setWidthFull();
        folder.setHelperText(getTranslation("feeds.folder.help"));
        include.setHelperText(getTranslation("feeds.include.help"));
        exclude.setHelperText(getTranslation("feeds.exclude.help"));
        kinds.setLabel(getTranslation("feeds.kinds"));
        kinds.setItems(FileKind.values());
        kinds.setItemLabelGenerator(FeedText::kind);
        kinds.setValue(USUAL);
        minutes.setMin(0);
        minutes.setStepButtonsVisible(true);
        minutes.setStep(5);
        minutes.setValue(HOUR);
        FormLayout files = layout();
        files.add(include, exclude, folder, minutes);
        add(asked, files, kinds);
    }

    /** Side by side where there is room. */
    static FormLayout layout() {
        FormLayout layout = new FormLayout();
        layout.setWidthFull();
        layout.setResponsiveSteps(
                new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("34rem", 2));
        return layout;
    }

    /** Asks for what that needs; what was entered before stays where it is asked for again. */
    void ask(@Nullable SourceOffer offer) {
        Map<String, String> entered = entered();
        asked.removeAll();
        options.clear();
        required.clear();
        if (offer != null) {
            offer.options().forEach(field -> asked.add(option(offer.kind(), field)));
            fill(entered);
        }
        boolean files = offer == null || offer.files();
        include.setVisible(files);
        exclude.setVisible(files);
        kinds.setVisible(files);
        boolean pushed = offer != null && offer.pushed();
        minutes.setHelperText(
                getTranslation(pushed ? "feeds.minutes.help" : "feeds.minutes.only.help"));
    }

    void show(SourceRules rules) {
        fill(rules.options());
        folder.setValue(rules.folder());
        include.setValue(String.join("\n", rules.include()));
        exclude.setValue(String.join("\n", rules.exclude()));
        kinds.setValue(rules.kinds());
        minutes.setValue(rules.minutes());
    }

    SourceRules read() {
        Integer often = minutes.getValue();
        boolean files = kinds.isVisible();
        return new SourceRules(
                entered(),
                folder.getValue(),
                files ? lines(include) : List.of(),
                files ? lines(exclude) : List.of(),
                files ? kinds.getValue() : EnumSet.allOf(FileKind.class),
                often == null ? 0 : often);
    }

    /** Marks what is missing; true where nothing is. */
    boolean check() {
        required.forEach(field -> field.setInvalid(field.getValue().isBlank()));
        required.stream()
                .filter(HasValidationProperties::isInvalid)
                .findFirst()
                .ifPresent(TextFieldBase::focus);
        return required.stream().noneMatch(HasValidationProperties::isInvalid);
    }

    private Map<String, String> entered() {
        Map<String, String> entered = new HashMap<>();
        options.forEach((key, field) -> entered.put(key, field.getValue()));
        return entered;
    }

    private void fill(Map<String, String> values) {
        options.forEach((key, field) -> field.setValue(values.getOrDefault(key, "")));
    }

    private TextFieldBase<?, String> option(String kind, ConnectionField field) {
        TextFieldBase<?, String> shown = entry(kind, field);
        shown.setHelperText(FeedText.help(kind, field.key()));
        shown.setErrorMessage(getTranslation("feeds.option.missing"));
        options.put(field.key(), shown);
        if (field.required()) {
            shown.setRequiredIndicatorVisible(true);
            required.add(shown);
        }
        return shown;
    }

    private static TextFieldBase<?, String> entry(String kind, ConnectionField field) {
        String label = FeedText.label(kind, field.key());
        return switch (field.form()) {
            case LINE, SECRET -> new TextField(label);
            case LINES, SECRET_LINES -> {
                TextArea lines = new TextArea(label);
                lines.setMaxRows(8);
                yield lines;
            }
        };
    }

    private static List<String> lines(TextArea area) {
        return area.getValue().lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
    }
}
