package io.opslore.library.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.opslore.identity.Directory;
import io.opslore.identity.Grantee;
import io.opslore.kit.IconButton;
import io.opslore.library.DocumentId;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says who of those whom the space lets in may see documents; of several, all the same. */
final class NarrowDialog extends Dialog {

    private final List<DocumentId> documents;
    private final AccessActions actions;
    private final Runnable changed;
    private final Set<Grantee> to = new LinkedHashSet<>();
    private final RadioButtonGroup<Boolean> narrowed = new RadioButtonGroup<>();
    private final Div names = new Div();
    private final Div choice = new Div();

    NarrowDialog(List<DocumentId> documents, AccessActions actions, Runnable changed) {
        this.documents = documents;
        this.actions = actions;
        this.changed = changed;
        Optional<Set<Grantee>> before =
                documents.size() == 1 ? actions.narrowing(documents.getFirst()) : Optional.empty();
        before.ifPresent(to::addAll);
        layOut(before.isPresent() || documents.size() > 1);
    }

    /** Adds what else can be done here. */
    void offer(Button more) {
        getFooter().add(more);
    }

    private void layOut(boolean isNarrowed) {
        setHeaderTitle(getTranslation("access.narrow.title", documents.size()));
        addClassName("narrow-dialog");
        narrowed.setItems(false, true);
        narrowed.setItemLabelGenerator(
                only -> getTranslation(only ? "access.narrow.some" : "access.narrow.all"));
        narrowed.addValueChangeListener(change -> choice.setVisible(change.getValue()));
        var picker = new GranteePicker(actions, EnumSet.allOf(Directory.Kind.class), "access.pick");
        picker.setWidthFull();
        picker.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                to.add(change.getValue().grantee());
                picker.clear();
                showNames();
            }
        });
        names.addClassName("grantee-list");
        Paragraph managers = new Paragraph(getTranslation("access.narrow.managers"));
        managers.addClassName("secondary");
        choice.add(picker, names, managers);
        choice.addClassName("dialog-fields");
        choice.setVisible(isNarrowed);
        narrowed.setValue(isNarrowed);
        showNames();
        Div fields = new Div(narrowed, choice);
        fields.addClassName("dialog-fields");
        add(fields);
        Button save = new Button(getTranslation("kit.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("kit.cancel"), click -> close()), save);
    }

    private void showNames() {
        names.removeAll();
        Map<Grantee, Directory.Named> known = actions.names(to);
        to.forEach(grantee -> {
            Div row =
                    new Div(
                            GranteeName.of(grantee, known),
                            new IconButton(
                                    VaadinIcon.CLOSE_SMALL,
                                    getTranslation(
                                            "access.remove", GranteeName.text(grantee, known)),
                                    () -> {
                                        to.remove(grantee);
                                        showNames();
                                    }));
            row.addClassName("grantee-row");
            names.add(row);
        });
        if (to.isEmpty()) {
            names.add(new Paragraph(getTranslation("access.narrow.nobody")));
        }
    }

    private void save() {
        if (narrowed.getValue()) {
            actions.narrow(documents, to);
        } else {
            actions.widen(documents);
        }
        close();
        changed.run();
    }
}
