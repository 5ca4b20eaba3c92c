package io.opslore.identity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import io.opslore.identity.Provider;
import io.opslore.identity.ProviderCheck;
import io.opslore.identity.ProviderSaved;
import io.opslore.identity.ProviderSecret;
import io.opslore.identity.RuleGifts.Gift;
import io.opslore.kit.Toast;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A provider as it is being written. */
class ProviderDialog extends Dialog {

    /** What the dialog can ask for. */
    interface Actions {

        ProviderSaved save(Provider wanted, ProviderSecret secret);

        /** Told later, on the page's own thread. */
        void check(String issuer, Consumer<ProviderCheck> told);
    }

    private final ProviderForm form;
    private final Actions actions;
    private final Span outcome = new Span();
    private final Button check =
            new Button(getTranslation("providers.check"), click -> checkConnection());

    /**
     * @param provider null for a new one
     */
    ProviderDialog(@Nullable Provider provider, List<Gift> gifts, Actions actions) {
        this.form = new ProviderForm(provider, gifts);
        this.actions = actions;
        layOut(provider);
    }

    private void layOut(@Nullable Provider provider) {
        setHeaderTitle(
                provider == null
                        ? getTranslation("providers.add")
                        : getTranslation("providers.edit", provider.name()));
        addClassName("provider-dialog");
        setWidth("46rem");
        setMaxWidth("100%");
        setCloseOnOutsideClick(false);
        outcome.addClassName("provider-check");
        outcome.getElement().setAttribute("role", "status");
        Button cancel = new Button(getTranslation("kit.cancel"), click -> close());
        Button save = new Button(getTranslation("providers.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        add(form);
        getFooter().add(outcome, check, cancel, save);
    }

    private void save() {
        form.read().ifPresent(wanted -> show(actions.save(wanted, form.secret())));
    }

    private void show(ProviderSaved saved) {
        switch (saved) {
            case ProviderSaved.Saved(Provider provider) -> {
                close();
                Toast.done(getTranslation("providers.saved", provider.name()));
            }
            case ProviderSaved.Invalid(var fields) -> form.mark(fields);
        }
    }

    private void checkConnection() {
        check.setEnabled(false);
        tell("busy", getTranslation("providers.checking"));
        actions.check(form.issuer(), this::show);
    }

    private void show(ProviderCheck checked) {
        check.setEnabled(true);
        switch (checked) {
            case ProviderCheck.Works(boolean signsOut, boolean tells) ->
                    tell(
                            "good",
                            getTranslation("providers.works")
                                    + (signsOut
                                            ? ""
                                            : " " + getTranslation("providers.works.noSignOut"))
                                    + (tells
                                            ? ""
                                            : " " + getTranslation("providers.works.noTell")));
            case ProviderCheck.Fails(var problem, String detail) ->
                    tell("bad", getTranslation("providers.fails." + problem.key(), detail));
        }
    }

    private void tell(String tone, String text) {
        outcome.getElement().setAttribute("data-tone", tone);
        outcome.setText(text);
        outcome.setTitle(text);
    }
}
