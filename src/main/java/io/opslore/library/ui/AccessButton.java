package io.opslore.library.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.opslore.library.Document;
import java.util.List;

/**
 * Tells whether a document is narrowed, and opens who may see it: for those who manage its space to
 * change, for everybody else why they can.
 */
final class AccessButton extends Button {

    private final Document document;
    private final AccessActions access;
    private final Runnable changed;

    AccessButton(
            Document document, DocumentActions actions, AccessActions access, Runnable changed) {
        this.document = document;
        this.access = access;
        this.changed = changed;
        boolean narrowed = access.isNarrowed(document);
        boolean manages = actions.areManaged(document.space());
        setIcon(new Icon(narrowed ? VaadinIcon.LOCK : VaadinIcon.USERS));
        setText(getTranslation(narrowed ? "access.isNarrowed" : "access.who"));
        setTooltipText(getTranslation(manages ? "access.who.change" : "access.why.own"));
        addThemeVariants(ButtonVariant.TERTIARY);
        addClassName("access-button");
        setClassName("narrowed", narrowed);
        addClickListener(click -> open(manages));
    }

    private void open(boolean manages) {
        if (manages) {
            NarrowDialog dialog = new NarrowDialog(List.of(document.id()), access, changed);
            dialog.offer(
                    new Button(
                            getTranslation("access.why.open"),
                            new Icon(VaadinIcon.QUESTION_CIRCLE_O),
                            click -> others().open()));
            dialog.open();
        } else {
            WhyDialog.ofOneself(
                            document.title(), person -> access.why(document.id(), person), access)
                    .open();
        }
    }

    private WhyDialog others() {
        return WhyDialog.ofOthers(
                document.title(), person -> access.why(document.id(), person), access);
    }
}
