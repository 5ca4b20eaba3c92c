package io.opslore.identity.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.opslore.identity.Asker;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import io.opslore.identity.Provider;
import io.opslore.identity.ProviderCheck;
import io.opslore.identity.ProviderChecks;
import io.opslore.identity.ProviderSaved;
import io.opslore.identity.ProviderSecret;
import io.opslore.identity.Providers;
import io.opslore.identity.RuleGifts;
import io.opslore.identity.SignedIn;
import io.opslore.kit.Toast;
import jakarta.annotation.security.RolesAllowed;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where people sign in besides the portal itself, and whether they may do so here. */
@Route("admin/providers")
@Menu(title = "Providers", order = 40, icon = "vaadin:sign-in")
@RolesAllowed(SignedIn.USER)
@NeedsPermission(Permission.PROVIDER_MANAGE)
class ProvidersView extends Div implements HasDynamicTitle, ProviderGrid.Actions {

    private final Providers providers;
    private final ProviderChecks checks;
    private final RuleGifts gifts;
    private final SignedIn signedIn;
    private final ProviderGrid grid = new ProviderGrid(this);

    ProvidersView(
            Providers providers,
            ProviderChecks checks,
            RuleGifts gifts,
            SignedIn signedIn,
            LocalSwitch localSwitch) {
        this.providers = providers;
        this.checks = checks;
        this.gifts = gifts;
        this.signedIn = signedIn;
        layOut(localSwitch);
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("providers.title") + " · OpsLore";
    }

    private void layOut(LocalSwitch localSwitch) {
        addClassNames("admin-page", "providers-view");
        Button add =
                new Button(
                        getTranslation("providers.add"),
                        new Icon(VaadinIcon.PLUS),
                        click -> open(null));
        add.addThemeVariants(ButtonVariant.PRIMARY);
        Div head = new Div(new H1(getTranslation("providers.title")), add);
        head.addClassName("view-head");
        add(head, new Paragraph(getTranslation("providers.purpose")), localSwitch, grid);
    }

    private void refresh() {
        Asker asker = signedIn.asker();
        grid.setItems(
                providers.all(asker).stream()
                        .map(provider ->
                                new ProviderGrid.Line(
                                        provider, providers.accounts(provider.id(), asker)))
                        .toList());
    }

    @Override
    public void open(@Nullable Provider provider) {
        new ProviderDialog(provider, gifts.all(signedIn.asker()), new FromDialog(provider)).open();
    }

    @Override
    public void enable(Provider provider, boolean enabled) {
        boolean done = providers.enable(provider.id(), enabled, signedIn.asker());
        tell(done, enabled ? "providers.enabled" : "providers.disabled", provider);
    }

    @Override
    public void moveUp(Provider provider) {
        providers.moveUp(provider.id(), signedIn.asker());
        refresh();
    }

    @Override
    public void remove(Provider provider) {
        tell(providers.remove(provider.id(), signedIn.asker()), "providers.removed", provider);
    }

    private void tell(boolean done, String key, Provider provider) {
        if (done) {
            Toast.done(getTranslation(key, provider.name()));
        } else {
            Toast.failed(getTranslation("providers.lastDoor"));
        }
        refresh();
    }

    private void checkInBackground(String issuer, Consumer<ProviderCheck> told) {
        UI ui = UI.getCurrent();
        Asker asker = signedIn.asker();
        Thread.ofVirtual()
                .name("provider-check")
                .start(() -> {
                    ProviderCheck outcome = checks.check(issuer, asker);
                    ui.access(() -> told.accept(outcome));
                });
    }

    /** What the dialog can ask for. */
    private class FromDialog implements ProviderDialog.Actions {

        private final @Nullable Provider opened;

        FromDialog(@Nullable Provider opened) {
            this.opened = opened;
        }

        @Override
        public ProviderSaved save(Provider wanted, ProviderSecret secret) {
            ProviderSaved saved =
                    opened == null
                            ? providers.add(wanted, secret, signedIn.asker())
                            : providers.change(wanted, secret, signedIn.asker());
            refresh();
            return saved;
        }

        @Override
        public void check(String issuer, Consumer<ProviderCheck> told) {
            checkInBackground(issuer, told);
        }
    }
}
