package io.opslore.connections.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionEdit;
import io.opslore.connections.ConnectionField;
import io.opslore.connections.ConnectionId;
import io.opslore.connections.ConnectionType;
import io.opslore.library.Space;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** Empty, and marked, where something that every connection has is missing. */
    Optional<ConnectionEdit> read() {
        String written = id.getValue().strip();
        name.setInvalid(name.getValue().isBlank());
        id.setInvalid(!ConnectionId.isOne(written));
        space.setInvalid(space.getValue() == null);
        if (name.isInvalid() || id.isInvalid() || space.isInvalid()) {
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
                        new ConnectionId(written),
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
        name.setValueChangeMode(ValueChangeMode.EAGER);
        name.addValueChangeListener(change -> suggestId(change.getOldValue()));
        id.setHelperText(getTranslation("connections.id.help"));
        id.setErrorMessage(getTranslation("connections.id.wrong"));
        id.setMaxLength(40);
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
        plain.forEach((key, field) -> field.setValue(connection.setting(key)));
    }

    private void showFields(ConnectionType type) {
        fields.removeAll();
        plain.clear();
        secret.clear();
        type.fields().forEach(field -> fields.add(entry(type.kind(), field)));
    }

    private Component entry(String kindKey, ConnectionField field) {
        String label = KindText.label(kindKey, field.key());
        String help = KindText.help(kindKey, field.key());
        return switch (field.form()) {
            case LINE -> {
                TextField line = new TextField(label);
                line.setHelperText(help);
                line.setRequiredIndicatorVisible(field.required());
                yield plain(field, line);
            }
            case LINES -> {
                TextArea lines = new TextArea(label);
                lines.setHelperText(help);
                lines.setMaxRows(8);
                lines.setRequiredIndicatorVisible(field.required());
                yield plain(field, lines);
            }
            case SECRET, SECRET_LINES -> {
                var entry = new SecretField(field, label, help, held.contains(field.key()));
                secret.put(field.key(), entry);
                yield entry;
            }
        };
    }

    private <F extends AbstractField<?, String>> F plain(ConnectionField field, F shown) {
        plain.put(field.key(), shown);
        return shown;
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
