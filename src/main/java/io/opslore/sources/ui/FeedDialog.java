package io.opslore.sources.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;

/** A source as it is being written. */
class FeedDialog extends Dialog {

    private final FeedForm form;
    private final FeedActions actions;
    private final Span outcome = new Span();

    FeedDialog(FeedForm form, FeedActions actions) {
        this.form = form;
        this.actions = actions;
        layOut();
    }

    private void layOut() {
        setHeaderTitle(
                form.isNew()
                        ? getTranslation("feeds.add")
                        : getTranslation("feeds.edit", form.opened()));
        setWidth("44rem");
        setMaxWidth("100%");
        setCloseOnOutsideClick(false);
        outcome.addClassName("provider-check");
        outcome.getElement().setAttribute("role", "status");
        outcome.getElement().setAttribute("data-tone", "bad");
        Button plan = new Button(getTranslation("feeds.plan"), click -> plan());
        Button cancel = new Button(getTranslation("kit.cancel"), click -> close());
        Button save = new Button(getTranslation("feeds.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        add(form, outcome);
        getFooter().add(plan, cancel, save);
    }

    private void plan() {
        outcome.setText("");
        form.read().ifPresent(actions::plan);
    }

    private void save() {
        form.read()
                .ifPresent(edit -> {
                    Optional<String> wrong = actions.save(edit, form.isNew());
                    outcome.setText(wrong.orElse(""));
                    outcome.scrollIntoView();
                    if (wrong.isEmpty()) {
                        close();
                    }
                });
    }
}
