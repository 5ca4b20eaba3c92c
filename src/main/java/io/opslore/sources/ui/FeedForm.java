package io.opslore.sources.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.opslore.connections.ConnectionInfo;
import io.opslore.kit.SuggestedId;
import io.opslore.library.Space;
import io.opslore.sources.Source;
import io.opslore.sources.SourceEdit;
import io.opslore.sources.SourceId;
import io.opslore.sources.SourceOffer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of a source. */
class FeedForm extends Div {

    private final @Nullable Source opened;
    private final List<SourceOffer> offers;
    private final TextField name = new TextField(getTranslation("feeds.name"));
    private final TextField id = new TextField(getTranslation("feeds.id"));
    private final Select<ConnectionInfo> connection = new Select<>();
    private final Select<SourceOffer> what = new Select<>();
    private final Select<Space> space = new Select<>();
    private final RuleFields rules = new RuleFields();
    private final Checkbox enabled = new Checkbox(getTranslation("feeds.enabled"));

    /** What can be chosen among. */
    record Choices(
            List<ConnectionInfo> connections, List<SourceOffer> offers, List<Space> spaces) {}

    /**
     * @param opened null for a new one
     */
    FeedForm(Choices choices, @Nullable Source opened) {
        this.opened = opened;
        this.offers = choices.offers();
        addClassNames("dialog-fields", "feed-form");
        connection.setItems(
                choices.connections().stream()
                        .filter(one -> !offers(one.kind()).isEmpty())
                        .toList());
        space.setItems(choices.spaces());
        layOut();
        if (opened == null) {
            connection.getListDataView().getItems().findFirst().ifPresent(connection::setValue);
            choices.spaces().stream().findFirst().ifPresent(space::setValue);
            enabled.setValue(true);
        } else {
            show(opened);
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
        connection.setInvalid(connection.isEmpty() || what.isEmpty());
        space.setInvalid(space.isEmpty());
        boolean isWhole = rules.check();
        if (name.isInvalid() || id.isInvalid() || connection.isInvalid() || space.isInvalid()) {
            isWhole = false;
        }
        if (!isWhole) {
            return Optional.empty();
        }
        return Optional.of(
                new SourceEdit(
                        new SourceId(written),
                        name.getValue(),
                        what.getValue().kind(),
                        connection.getValue().id(),
                        space.getValue().id(),
                        rules.read(),
                        enabled.getValue()));
    }

    /** What an opened source follows stays what it is. */
    private List<SourceOffer> offers(String kind) {
        return offers.stream()
                .filter(one -> one.connection().equals(kind))
                .filter(one -> opened == null || one.kind().equals(opened.kind()))
                .toList();
    }

    private void layOut() {
        name.setRequiredIndicatorVisible(true);
        name.setErrorMessage(getTranslation("feeds.name.missing"));
        name.setMaxLength(80);
        id.setHelperText(getTranslation("feeds.id.help"));
        id.setErrorMessage(getTranslation("feeds.id.wrong"));
        id.setMaxLength(40);
        id.setRequiredIndicatorVisible(true);
        connection.setRequiredIndicatorVisible(true);
        space.setRequiredIndicatorVisible(true);
        if (opened == null) {
            SuggestedId.follow(name, id);
        }
        connection.setLabel(getTranslation("feeds.connection"));
        connection.setItemLabelGenerator(ConnectionInfo::name);
        connection.setErrorMessage(getTranslation("feeds.connection.missing"));
        connection.addValueChangeListener(change -> offer(change.getValue()));
        what.setLabel(getTranslation("feeds.what"));
        what.setItemLabelGenerator(offer -> FeedText.what(offer.kind()));
        what.addValueChangeListener(change -> rules.ask(change.getValue()));
        space.setLabel(getTranslation("feeds.space"));
        space.setItemLabelGenerator(Space::name);
        space.setErrorMessage(getTranslation("feeds.space.missing"));
        space.setHelperText(getTranslation("feeds.space.help"));
        FormLayout head = RuleFields.layout();
        head.add(name, id, connection, what, space);
        add(head, rules, enabled);
    }

    /** Nobody is asked to choose where there is one thing only. */
    private void offer(@Nullable ConnectionInfo chosen) {
        List<SourceOffer> there = chosen == null ? List.of() : offers(chosen.kind());
        String before = what.isEmpty() ? "" : what.getValue().kind();
        what.setItems(there);
        what.setVisible(there.size() > 1);
        there.stream()
                .filter(one -> one.kind().equals(before))
                .findFirst()
                .or(() -> there.stream().findFirst())
                .ifPresent(what::setValue);
    }

    private void show(Source source) {
        name.setValue(source.name());
        id.setValue(source.id().value());
        id.setReadOnly(true);
        connection
                .getListDataView()
                .getItems()
                .filter(one -> one.id().equals(source.connection()))
                .findFirst()
                .ifPresent(connection::setValue);
        space.getListDataView()
                .getItems()
                .filter(one -> one.id().equals(source.space()))
                .findFirst()
                .ifPresent(space::setValue);
        space.setReadOnly(true);
        rules.show(source.rules());
        enabled.setValue(source.enabled());
    }
}
