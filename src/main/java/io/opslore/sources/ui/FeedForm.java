package io.opslore.sources.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.opslore.connections.ConnectionInfo;
import io.opslore.ingest.FileKind;
import io.opslore.library.Space;
import io.opslore.sources.Source;
import io.opslore.sources.SourceEdit;
import io.opslore.sources.SourceId;
import io.opslore.sources.SourceRules;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of a source. */
class FeedForm extends Div {

    private static final Set<FileKind> USUAL =
            EnumSet.of(FileKind.TEXT, FileKind.CONFIGURATION, FileKind.CODE, FileKind.OFFICE);
    private static final int HOUR = 60;

    private final @Nullable Source opened;
    private final TextField name = new TextField(getTranslation("feeds.name"));
    private final TextField id = new TextField(getTranslation("feeds.id"));
    private final Select<ConnectionInfo> connection = new Select<>();
    private final Select<Space> space = new Select<>();
    private final TextField repository = new TextField(getTranslation("feeds.repository"));
    private final TextField ref = new TextField(getTranslation("feeds.ref"));
    private final TextField folder = new TextField(getTranslation("feeds.folder"));
    private final TextArea include = new TextArea(getTranslation("feeds.include"));
    private final TextArea exclude = new TextArea(getTranslation("feeds.exclude"));
    private final CheckboxGroup<FileKind> kinds = new CheckboxGroup<>();
    private final IntegerField minutes = new IntegerField(getTranslation("feeds.minutes"));
    private final Checkbox enabled = new Checkbox(getTranslation("feeds.enabled"));

    /**
     * @param opened null for a new one
     */
    FeedForm(List<ConnectionInfo> repositories, List<Space> spaces, @Nullable Source opened) {
        this.opened = opened;
        addClassNames("dialog-fields", "feed-form");
        connection.setItems(repositories);
        space.setItems(spaces);
        layOut();
        if (opened == null) {
            showNew(repositories, spaces);
        } else {
            show(opened, repositories, spaces);
        }
    }

    boolean isNew() {
        return opened == null;
    }

    /** The name of the one that was opened; empty for a new one. */
    String opened() {
        return opened == null ? "" : opened.name();
    }

    /** Empty, and marked, where something is missing. */
    Optional<SourceEdit> read() {
        String written = id.getValue().strip();
        name.setInvalid(name.getValue().isBlank());
        id.setInvalid(!SourceId.isOne(written));
        connection.setInvalid(connection.getValue() == null);
        space.setInvalid(space.getValue() == null);
        if (name.isInvalid() || id.isInvalid() || connection.isInvalid() || space.isInvalid()) {
            return Optional.empty();
        }
        return Optional.of(
                new SourceEdit(
                        new SourceId(written),
                        name.getValue(),
                        connection.getValue().id(),
                        space.getValue().id(),
                        rules(),
                        enabled.getValue()));
    }

    private SourceRules rules() {
        Integer often = minutes.getValue();
        return new SourceRules(
                repository.isVisible() ? repository.getValue() : "",
                ref.getValue(),
                folder.getValue(),
                lines(include),
                lines(exclude),
                kinds.getValue(),
                often == null ? 0 : often);
    }

    private boolean isOneOfMany() {
        ConnectionInfo chosen = connection.getValue();
        return chosen != null && chosen.kind().equals(FeedsView.GITEA);
    }

    private static List<String> lines(TextArea area) {
        return area.getValue().lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
    }

    private void layOut() {
        required(name, "feeds.name.missing");
        name.setMaxLength(80);
        name.setValueChangeMode(ValueChangeMode.EAGER);
        name.addValueChangeListener(change -> suggestId(change.getOldValue()));
        id.setHelperText(getTranslation("feeds.id.help"));
        id.setErrorMessage(getTranslation("feeds.id.wrong"));
        id.setMaxLength(40);
        connection.setLabel(getTranslation("feeds.connection"));
        connection.setItemLabelGenerator(ConnectionInfo::name);
        connection.addValueChangeListener(change -> repository.setVisible(isOneOfMany()));
        repository.setHelperText(getTranslation("feeds.repository.help"));
        repository.setVisible(false);
        connection.setErrorMessage(getTranslation("feeds.connection.missing"));
        space.setLabel(getTranslation("feeds.space"));
        space.setItemLabelGenerator(Space::name);
        space.setErrorMessage(getTranslation("feeds.space.missing"));
        space.setHelperText(getTranslation("feeds.space.help"));
        ref.setHelperText(getTranslation("feeds.ref.help"));
        folder.setHelperText(getTranslation("feeds.folder.help"));
        include.setHelperText(getTranslation("feeds.include.help"));
        exclude.setHelperText(getTranslation("feeds.exclude.help"));
        kinds.setLabel(getTranslation("feeds.kinds"));
        kinds.setItems(FileKind.values());
        kinds.setItemLabelGenerator(FeedText::kind);
        minutes.setHelperText(getTranslation("feeds.minutes.help"));
        minutes.setMin(0);
        minutes.setStepButtonsVisible(true);
        minutes.setStep(5);
        FormLayout fields =
                new FormLayout(name, id, connection, space, ref, folder, include, exclude, minutes);
        fields.setResponsiveSteps(
                new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("34rem", 2));
        add(fields, kinds, enabled);
    }

    private void required(TextField field, String missing) {
        field.setRequiredIndicatorVisible(true);
        field.setErrorMessage(getTranslation(missing));
    }

    private void showNew(List<ConnectionInfo> repositories, List<Space> spaces) {
        repositories.stream().findFirst().ifPresent(connection::setValue);
        spaces.stream().findFirst().ifPresent(space::setValue);
        kinds.setValue(USUAL);
        minutes.setValue(HOUR);
        enabled.setValue(true);
    }

    private void show(Source source, List<ConnectionInfo> repositories, List<Space> spaces) {
        name.setValue(source.name());
        id.setValue(source.id().value());
        id.setReadOnly(true);
        repositories.stream()
                .filter(one -> one.id().equals(source.connection()))
                .findFirst()
                .ifPresent(connection::setValue);
        spaces.stream()
                .filter(one -> one.id().equals(source.space()))
                .findFirst()
                .ifPresent(space::setValue);
        space.setReadOnly(true);
        SourceRules rules = source.rules();
        repository.setValue(rules.repository());
        ref.setValue(rules.ref());
        folder.setValue(rules.folder());
        include.setValue(String.join("\n", rules.include()));
        exclude.setValue(String.join("\n", rules.exclude()));
        kinds.setValue(rules.kinds());
        minutes.setValue(rules.minutes());
        enabled.setValue(source.enabled());
    }

    /** Follows the name until it is written by hand. */
    private void suggestId(String oldName) {
        if (opened == null && id.getValue().equals(slug(oldName))) {
            id.setValue(slug(name.getValue()));
        }
    }

    private static String slug(String text) {
        String slug =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.substring(0, Math.min(slug.length(), 40));
    }
}
