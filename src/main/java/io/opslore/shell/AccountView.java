package io.opslore.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.opslore.identity.Accounts;
import io.opslore.identity.Preferences;
import io.opslore.identity.SignedIn;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a person sets for themselves: language, colours, password. */
@Route("account")
@RolesAllowed(SignedIn.USER)
class AccountView extends Div implements HasDynamicTitle {

    private static final String AUTOMATIC = "auto";

    private final Accounts accounts;
    private final SignedIn signedIn;
    private final Select<String> language = new Select<>();
    private final RadioButtonGroup<String> colours = new RadioButtonGroup<>();

    AccountView(Accounts accounts, SignedIn signedIn) {
        this.accounts = accounts;
        this.signedIn = signedIn;
        layOut(accounts.preferences(signedIn.asker()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title") + " · OpsLore";
    }

    private void layOut(Preferences preferences) {
        addClassNames("page", "account");
        language.setLabel(getTranslation("account.language"));
        language.setItems(AUTOMATIC, "en", "ru");
        language.setItemLabelGenerator(this::languageName);
        language.setValue(orAutomatic(preferences.language()));
        language.addValueChangeListener(change -> save());
        colours.setLabel(getTranslation("account.colours"));
        colours.setItems(List.of(AUTOMATIC, "light", "dark"));
        colours.setItemLabelGenerator(scheme -> getTranslation("account.colours." + scheme));
        colours.setValue(orAutomatic(preferences.colorScheme()));
        colours.addValueChangeListener(change -> save());
        add(
                new H1(getTranslation("account.title")),
                new Paragraph(getTranslation("account.signedInAs", signedIn.asker().username())),
                language,
                colours);
        // Whoever signs in elsewhere has no password here.
        if (signedIn.provider().isEmpty()) {
            add(
                    new H2(getTranslation("account.password.title")),
                    new RouterLink(
                            getTranslation("account.password.change"), ChangePasswordView.class));
        }
    }

    private void save() {
        accounts.setPreferences(
                new Preferences(orNull(language.getValue()), orNull(colours.getValue())),
                signedIn.asker());
        getUI().ifPresent(ui -> ui.getPage().reload());
    }

    private String languageName(String tag) {
        return tag.equals(AUTOMATIC)
                ? getTranslation("account.language.auto")
                : Locale.of(tag).getDisplayLanguage(Locale.of(tag));
    }

    private static String orAutomatic(@Nullable String value) {
        return value == null ? AUTOMATIC : value;
    }

    private static @Nullable String orNull(String value) {
        return value.equals(AUTOMATIC) ? null : value;
    }
}
