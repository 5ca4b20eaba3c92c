package io.opslore.connections.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import io.opslore.connections.ConnectionEdit;
import io.opslore.connections.ConnectionFailed;
import java.util.Optional;
import java.util.function.Consumer;

/** A connection as it is being written. */
class ConnectionDialog extends Dialog {

    /** What the dialog can ask for. */
    interface Actions {

        /** Throws {@link ConnectionFailed} for what cannot be meant. */
        void save(ConnectionEdit edit);

        /** One of both is told later, on the page's own thread. */
        void test(ConnectionEdit edit, Consumer<String> works, Consumer<ConnectionFailed> fails);
    }

    private final ConnectionForm form;
    private final Actions actions;
    private final Span outcome = new Span();
    private final Button test = new Button(getTranslation("connections.test"), click -> test());

    ConnectionDialog(ConnectionForm form, Actions actions) {
        this.form = form;
        this.actions = actions;
        layOut();
    }

    private void layOut() {
        setHeaderTitle(
                form.isNew()
                        ? getTranslation("connections.add")
                        : getTranslation("connections.edit", form.opened()));
        setWidth("40rem");
        setMaxWidth("100%");
        setCloseOnOutsideClick(false);
        outcome.addClassName("provider-check");
        outcome.getElement().setAttribute("role", "status");
        Button cancel = new Button(getTranslation("kit.cancel"), click -> close());
        Button save = new Button(getTranslation("connections.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        add(form, outcome);
        getFooter().add(test, cancel, save);
    }

    private void save() {
        read().ifPresent(edit -> {
            try {
                actions.save(edit);
                close();
            } catch (ConnectionFailed unfit) {
                fails(unfit);
            }
        });
    }

    private void test() {
        read().ifPresent(edit -> {
            test.setEnabled(false);
            tell("busy", getTranslation("connections.testing"));
            actions.test(edit, this::works, this::fails);
        });
    }

    /** What was told before is not about what stands there now. */
    private Optional<ConnectionEdit> read() {
        outcome.setText("");
        return form.read();
    }

    private void works(String answer) {
        tell("good", getTranslation("connections.works", answer));
    }

    private void fails(ConnectionFailed failed) {
        tell("bad", FailedText.of(failed));
    }

    private void tell(String tone, String text) {
        test.setEnabled(!tone.equals("busy"));
        outcome.getElement().setAttribute("data-tone", tone);
        outcome.setText(text);
        // On a phone the form is longer than the window.
        outcome.scrollIntoView();
    }
}
