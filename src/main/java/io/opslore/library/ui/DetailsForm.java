package io.opslore.library.ui;

import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.opslore.kit.ReaderDates;
import io.opslore.library.Details;
import io.opslore.library.DetailsEdit;
import io.opslore.library.DetailsField;
import io.opslore.library.DocumentKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Kind, owner, tags and review date; says which of them a person has set, and gives those back. */
final class DetailsForm extends Div {

    private final Select<DocumentKind> kind = new Select<>();
    private final TextField owner = new TextField(getTranslation("details.owner"));
    private final MultiSelectComboBox<String> tags =
            new MultiSelectComboBox<>(getTranslation("details.tags"));
    private final DatePicker reviewOn = ReaderDates.picker(getTranslation("details.reviewOn"));
    private final Set<String> knownTags;
    private final Function<DetailsField, Details> reset;

    /**
     * @param corrected what a person has set
     * @param knownTags what is suggested
     * @param reset gives a detail back to what was found, and answers with what that is
     */
    DetailsForm(
            Details details,
            Set<DetailsField> corrected,
            List<String> knownTags,
            Function<DetailsField, Details> reset) {
        this.knownTags = new LinkedHashSet<>(knownTags);
        this.reset = reset;
        layOut();
        for (DetailsField field : DetailsField.values()) {
            show(field, details);
        }
        corrected.forEach(this::offerReset);
    }

    /** What was typed; empty where it cannot be kept, which the field then says. */
    Optional<DetailsEdit> edit() {
        boolean tooMany = tags.getValue().size() > DetailsEdit.MOST_TAGS;
        tags.setErrorMessage(getTranslation("details.tags.tooMany", DetailsEdit.MOST_TAGS));
        tags.setInvalid(tooMany);
        return tooMany || reviewOn.isInvalid()
                ? Optional.empty()
                : Optional.of(
                        new DetailsEdit(
                                kind.getValue(),
                                owner.getValue(),
                                List.copyOf(tags.getValue()),
                                reviewOn.getValue()));
    }

    private void layOut() {
        addClassNames("dialog-fields", "details-form");
        kind.setLabel(getTranslation("details.kind"));
        kind.setItems(DocumentKind.values());
        kind.setItemLabelGenerator(DetailsLine::name);
        owner.setMaxLength(DetailsEdit.LONGEST);
        tags.setItems(knownTags);
        tags.setAllowCustomValue(true);
        tags.addCustomValueSetListener(typed -> addTag(typed.getDetail()));
        tags.setPlaceholder(getTranslation("details.tags.hint"));
        reviewOn.setClearButtonVisible(true);
        add(kind, owner, tags, reviewOn);
    }

    private void addTag(String typed) {
        String tag = typed.strip().toLowerCase(Locale.ROOT);
        if (tag.isEmpty() || tag.length() > DetailsEdit.LONGEST) {
            return;
        }
        Set<String> chosen = new LinkedHashSet<>(tags.getValue());
        chosen.add(tag);
        choose(chosen);
    }

    private void choose(Set<String> chosen) {
        knownTags.addAll(chosen);
        tags.setItems(knownTags);
        tags.setValue(chosen);
    }

    private void show(DetailsField field, Details details) {
        switch (field) {
            case KIND -> kind.setValue(details.kind());
            case OWNER -> owner.setValue(details.owner());
            case TAGS -> choose(new LinkedHashSet<>(details.tags()));
            case REVIEW_ON -> reviewOn.setValue(details.reviewOn());
        }
    }

    private void offerReset(DetailsField field) {
        HasHelper helped = input(field);
        Button back = new Button(getTranslation("details.reset"));
        back.addThemeVariants(ButtonVariant.TERTIARY);
        back.addClickListener(click -> {
            show(field, reset.apply(field));
            helped.setHelperComponent(null);
        });
        Div helper = new Div(new Span(getTranslation("details.corrected")), back);
        helper.addClassName("corrected");
        helped.setHelperComponent(helper);
    }

    private HasHelper input(DetailsField field) {
        return switch (field) {
            case KIND -> kind;
            case OWNER -> owner;
            case TAGS -> tags;
            case REVIEW_ON -> reviewOn;
        };
    }
}
