package io.opslore.library.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import io.opslore.library.DetailsEdit;
import java.util.function.Consumer;

/** Frames the form with a document's details. */
final class DetailsDialog extends Dialog {

    private final DetailsForm form;
    private final Consumer<DetailsEdit> save;

    /**
     * @param closed runs in any case: a detail may have been given back before
     */
    DetailsDialog(DetailsForm form, Consumer<DetailsEdit> save, Runnable closed) {
        this.form = form;
        this.save = save;
        addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                closed.run();
            }
        });
        layOut();
    }

    private void layOut() {
        setHeaderTitle(getTranslation("details.title"));
        Button cancel = new Button(getTranslation("kit.cancel"), click -> close());
        Button confirm = new Button(getTranslation("kit.save"), click -> save());
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        add(form);
        getFooter().add(cancel, confirm);
    }

    private void save() {
        form.edit()
                .ifPresent(edit -> {
                    save.accept(edit);
                    close();
                });
    }
}
