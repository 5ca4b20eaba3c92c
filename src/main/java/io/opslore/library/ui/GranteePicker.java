package io.opslore.library.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.opslore.identity.Directory;
import java.util.Set;

/** Finds a person, a group or a role by a part of its name; the database looks. */
final class GranteePicker extends ComboBox<Directory.Named> {

    GranteePicker(AccessActions actions, Set<Directory.Kind> kinds, String placeholder) {
        setPlaceholder(getTranslation(placeholder));
        setAriaLabel(getTranslation(placeholder));
        setClearButtonVisible(true);
        setItemLabelGenerator(Directory.Named::name);
        setRenderer(new ComponentRenderer<>(GranteePicker::row));
        setItems(query ->
                actions.named(
                        query.getFilter().orElse(""), kinds, query.getOffset(), query.getLimit()));
        addClassName("grantee-picker");
    }

    private static Div row(Directory.Named named) {
        Span detail = new Span(named.detail());
        detail.addClassName("secondary");
        detail.setVisible(!named.detail().equals(named.name()));
        Div row = new Div(GranteeName.icon(named.grantee()), new Span(named.name()), detail);
        row.addClassName("grantee");
        return row;
    }
}
