package io.opslore.shell;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import io.opslore.identity.Accounts;
import io.opslore.identity.Preferences;
import io.opslore.identity.SignedIn;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Language and colours. */
class AccountLook extends AccountSection {

    private static final String AUTOMATIC = "auto";

    private final Accounts accounts;
    private final SignedIn signedIn;
    private final Select<String> language = new Select<>();
    private final RadioButtonGroup<String> colours = new RadioButtonGroup<>();

    AccountLook(Accounts accounts, SignedIn signedIn) {
        super("look");
        this.accounts = accounts;
        this.signedIn = signedIn;
        layOut(accounts.preferences(signedIn.asker()));
    }

    private void layOut(Preferences preferences) {
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
        content().add(language, colours);
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
