package io.opslore.connections.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionEdit;
import io.opslore.connections.ConnectionField;
import io.opslore.connections.ConnectionId;
import io.opslore.connections.ConnectionType;
import io.opslore.kit.SuggestedId;
import io.opslore.library.Space;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of a connection: those of every one, then those of its kind. */
class ConnectionForm extends Div {

    private final @Nullable Connection opened;
    private final List<String> held;
    private final Select<ConnectionType> kind = new Select<>();
    private final TextField name = new TextField(getTranslation("connections.name"));
    private final TextField id = new TextField(getTranslation("connections.id"));
    private final Select<Space> space = new Select<>();
    private final Div fields = new Div();
    private final Map<String, AbstractField<?, String>> plain = new LinkedHashMap<>();
    private final Map<String, SecretField> secret = new LinkedHashMap<>();
    private final List<RequiredField> always =
            List.of(
                    new RequiredField(name, name, () -> !name.getValue().isBlank()),
                    new RequiredField(id, id, () -> ConnectionId.isOne(id.getValue().strip())),
                    new RequiredField(space, space, () -> space.getValue() != null));
    private final List<RequiredField> ofKind = new ArrayList<>();

    /**
     * @param types at least one
     * @param opened null for a new one
     * @param held its secret fields that hold something
     */
    ConnectionForm(
            List<ConnectionType> types,
            List<Space> spaces,
            @Nullable Connection opened,
            List<String> held) {
        this.opened = opened;
        this.held = List.copyOf(held);
        addClassNames("dialog-fields", "connection-form");
        layOut(types, spaces);
        if (opened == null) {
            kind.setValue(types.getFirst());
        } else {
            show(opened, types, spaces);
        }
    }

    boolean isNew() {
        return opened == null;
    }

    /** The name of the one that was opened; empty for a new one. */
    String opened() {
        return opened == null ? "" : opened.name();
    }

    /** Empty where something is missing, which is marked then, and the first of it is gone to. */
    Optional<ConnectionEdit> read() {
        List<RequiredField> missing =
                Stream.concat(always.stream(), ofKind.stream())
                        .filter(RequiredField::isMissing)
                        .toList();
        if (!missing.isEmpty()) {
            missing.getFirst().focus();
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        plain.forEach((key, field) -> values.put(key, field.getValue()));
        Set<String> cleared = new HashSet<>();
        secret.forEach((key, field) -> {
            values.put(key, field.value());
            if (field.isCleared()) {
                cleared.add(key);
            }
        });
        return Optional.of(
                new ConnectionEdit(
                        new ConnectionId(id.getValue().strip()),
                        name.getValue(),
                        kind.getValue().kind(),
                        space.getValue().id(),
                        values,
                        cleared));
    }

    private void layOut(List<ConnectionType> types, List<Space> spaces) {
        kind.setLabel(getTranslation("connections.kind"));
        kind.setItemLabelGenerator(type -> KindText.name(type.kind()));
        kind.setItems(types);
        kind.addValueChangeListener(change -> showFields(change.getValue()));
        space.setLabel(getTranslation("connections.space"));
        space.setHelperText(getTranslation("connections.space.help"));
        space.setItemLabelGenerator(Space::name);
        space.setItems(spaces);
        space.setErrorMessage(getTranslation("connections.space.missing"));
        name.setMaxLength(80);
        name.setErrorMessage(getTranslation("connections.name.missing"));
        if (opened == null) {
            SuggestedId.follow(name, id);
        }
        id.setHelperText(getTranslation("connections.id.help"));
        id.setErrorMessage(getTranslation("connections.id.wrong"));
        id.setMaxLength(40);
        kind.setRequiredIndicatorVisible(true);
        name.setRequiredIndicatorVisible(true);
        id.setRequiredIndicatorVisible(true);
        space.setRequiredIndicatorVisible(true);
        fields.addClassName("connection-fields");
        add(kind, name, id, space, fields);
    }

    private void show(Connection connection, List<ConnectionType> types, List<Space> spaces) {
        name.setValue(connection.name());
        id.setValue(connection.id().value());
        id.setReadOnly(true);
        spaces.stream()
                .filter(one -> one.id().equals(connection.space()))
                .findFirst()
                .ifPresent(space::setValue);
        types.stream()
                .filter(one -> one.kind().equals(connection.kind()))
                .findFirst()
                .ifPresent(kind::setValue);
        kind.setReadOnly(true);
        plain.forEach((key, field) -> {
            String kept = connection.setting(key);
            if (!kept.isEmpty()) {
                field.setValue(kept);
            }
        });
    }

    private void showFields(ConnectionType type) {
        fields.removeAll();
        plain.clear();
        secret.clear();
        ofKind.clear();
        type.fields().forEach(field -> fields.add(entry(type.kind(), field)));
    }

    private Component entry(String kindKey, ConnectionField field) {
        String label = KindText.label(kindKey, field.key());
        String help = KindText.help(kindKey, field.key());
        return switch (field.form()) {
            case LINE -> {
                if (ChoiceField.isFor(kindKey, field)) {
                    yield choice(kindKey, field, label, help);
                }
                yield written(field, new TextField(), label, help);
            }
            case LINES -> {
                TextArea lines = new TextArea();
                lines.setMaxRows(8);
                yield written(field, lines, label, help);
            }
            case SECRET, SECRET_LINES -> {
                var entry = new SecretField(field, label, help, held.contains(field.key()));
                secret.put(field.key(), entry);
                if (field.required()) {
                    ofKind.add(entry.required());
                }
                yield entry;
            }
        };
    }

    /** It is never empty, so nothing is required of it. */
    private ChoiceField choice(String kindKey, ConnectionField field, String label, String help) {
        var choice = new ChoiceField(kindKey, field);
        choice.setLabel(label);
        choice.setHelperText(help);
        plain.put(field.key(), choice);
        return choice;
    }

    private <F extends TextFieldBase<F, String>> F written(
            ConnectionField field, F entry, String label, String help) {
        entry.setLabel(label);
        entry.setHelperText(help);
        plain.put(field.key(), entry);
        if (field.required()) {
            entry.setRequiredIndicatorVisible(true);
            entry.setErrorMessage(getTranslation("connections.field.missing", label));
            ofKind.add(new RequiredField(entry, entry, () -> !entry.getValue().isBlank()));
        }
        return entry;
    }
}
