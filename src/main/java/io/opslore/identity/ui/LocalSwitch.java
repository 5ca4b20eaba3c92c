package io.opslore.identity.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.opslore.identity.LocalSignInSwitch;
import io.opslore.identity.SignedIn;
import io.opslore.kit.Toast;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Whether people may sign in with a password that is kept here; asks before it is taken away. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class LocalSwitch extends Div {

    private final LocalSignInSwitch local;
    private final SignedIn signedIn;
    private final Checkbox enabled = new Checkbox(getTranslation("providers.local"));

    LocalSwitch(LocalSignInSwitch local, SignedIn signedIn) {
        this.local = local;
        this.signedIn = signedIn;
        addClassName("local-switch");
        add(enabled, new Span(getTranslation("providers.local.hint")));
        refresh();
        enabled.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                wish(change.getValue());
            }
        });
    }

    private void refresh() {
        enabled.setValue(local.isOn(signedIn.asker()));
    }

    private void wish(boolean on) {
        if (on) {
            local.switchOn(signedIn.asker());
            Toast.done(getTranslation("providers.local.on"));
            return;
        }
        var question =
                Question.sternly(
                        getTranslation("providers.local.ask"),
                        getTranslation("providers.local.ask.text"),
                        getTranslation("providers.local.confirm"),
                        this::switchOff);
        question.addCancelListener(cancel -> refresh());
        question.open();
    }

    private void switchOff() {
        if (local.switchOff(signedIn.asker())) {
            Toast.done(getTranslation("providers.local.off"));
        } else {
            Toast.failed(getTranslation("providers.local.refused"));
        }
        refresh();
    }
}
