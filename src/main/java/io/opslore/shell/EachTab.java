package io.opslore.shell;

import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.opslore.identity.Accounts;
import io.opslore.identity.Preferences;
import io.opslore.identity.SignedIn;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Sets up every browser tab: the person's language and colours, the way to the password they must
 * change, and what it says when the portal does not answer.
 */
@Component
class EachTab implements VaadinServiceInitListener {

    private final SignedIn signedIn;
    private final Accounts accounts;

    EachTab(SignedIn signedIn, Accounts accounts) {
        this.signedIn = signedIn;
        this.accounts = accounts;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> setUp(init.getUI()));
    }

    private void setUp(UI ui) {
        signedIn.find().ifPresent(asker -> apply(accounts.preferences(asker), ui));
        sayWhenAway(ui);
        ui.addBeforeEnterListener(new PasswordFirst(signedIn));
    }

    /** A page cannot ask for these once they are needed. */
    private static void sayWhenAway(UI ui) {
        ReconnectDialogConfiguration words = ui.getReconnectDialogConfiguration();
        words.setDialogText(ui.getTranslation("shell.away"));
        words.setDialogTextGaveUp(ui.getTranslation("shell.away.long"));
        ui.getPage().addJavaScript("context://away.js");
    }

    private static void apply(Preferences preferences, UI ui) {
        if (preferences.language() != null) {
            ui.setLocale(Locale.of(preferences.language()));
        }
        if (preferences.colorScheme() != null) {
            ui.getPage()
                    .setColorScheme(
                            ColorScheme.Value.valueOf(
                                    preferences.colorScheme().toUpperCase(Locale.ROOT)));
        }
    }
}
