package io.opslore.identity.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.opslore.identity.ClaimRule;
import io.opslore.identity.Provider;
import io.opslore.identity.ProviderClaims;
import io.opslore.identity.ProviderId;
import io.opslore.identity.ProviderSaved.Field;
import io.opslore.identity.ProviderSecret;
import io.opslore.identity.RuleGifts.Gift;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of a provider. */
class ProviderForm extends Div {

    private final @Nullable Provider opened;
    private final TextField name = field("name");
    private final TextField key = field("key");
    private final TextField issuer = field("issuer");
    private final TextField clientId = field("clientId");
    private final PasswordField secret = new PasswordField(getTranslation("providers.secret"));
    private final TextField scopes = field("scopes");
    private final TextField username = field("username");
    private final TextField email = field("email");
    private final TextField fullName = field("fullName");
    private final Checkbox createsAccounts = new Checkbox(getTranslation("providers.creates"));
    private final ProviderAddresses addresses = new ProviderAddresses();
    private final RulesEditor rules;

    ProviderForm(@Nullable Provider provider, List<Gift> gifts) {
        opened = provider;
        rules = new RulesEditor(gifts, provider == null ? List.of() : provider.rules());
        layOut();
        show(provider);
    }

    String issuer() {
        return issuer.getValue().strip();
    }

    /** Empty, and marked, where it cannot be one. */
    Optional<Provider> read() {
        marks().values().forEach(mark -> mark.setInvalid(false));
        Optional<List<ClaimRule>> written = rules.rules();
        boolean isKey = ProviderId.isOne(key.getValue().strip());
        key.setInvalid(!isKey);
        return written.isPresent() && isKey ? Optional.of(read(written.get())) : Optional.empty();
    }

    ProviderSecret secret() {
        if (!secret.getValue().isEmpty()) {
            return new ProviderSecret.Replaced(secret.getValue());
        }
        return opened == null ? new ProviderSecret.Absent() : new ProviderSecret.Kept();
    }

    void mark(Set<Field> faults) {
        marks().forEach((field, mark) -> mark.setInvalid(faults.contains(field)));
    }

    private Provider read(List<ClaimRule> written) {
        return new Provider(
                new ProviderId(key.getValue().strip()),
                name.getValue().strip(),
                issuer(),
                clientId.getValue().strip(),
                opened != null && opened.hasSecret(),
                Arrays.stream(scopes.getValue().strip().split("\\s+")).toList(),
                new ProviderClaims(
                        username.getValue().strip(),
                        email.getValue().strip(),
                        fullName.getValue().strip()),
                written,
                createsAccounts.getValue(),
                opened == null || opened.enabled());
    }

    private void layOut() {
        addClassName("provider-form");
        secret.setHelperText(getTranslation("providers.secret.hint"));
        secret.getElement().setAttribute("autocomplete", "off");
        key.setHelperText(getTranslation("providers.key.hint"));
        key.setValueChangeMode(ValueChangeMode.EAGER);
        key.addValueChangeListener(change -> addresses.show(change.getValue().strip()));
        name.setValueChangeMode(ValueChangeMode.EAGER);
        name.addValueChangeListener(change -> suggestKey(change.getOldValue()));
        issuer.setPlaceholder("https://id.example.org/realms/main");
        createsAccounts.setHelperText(getTranslation("providers.creates.hint"));
        FormLayout fields =
                new FormLayout(
                        name, key, issuer, clientId, secret, scopes, username, email, fullName);
        fields.setResponsiveSteps(
                new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("34rem", 2));
        fields.setColspan(issuer, 2);
        add(fields, createsAccounts, addresses, rules);
    }

    private void show(@Nullable Provider provider) {
        ProviderClaims claims = provider == null ? ProviderClaims.STANDARD : provider.claims();
        username.setValue(claims.username());
        email.setValue(claims.email());
        fullName.setValue(claims.name());
        scopes.setValue(
                provider == null ? "openid profile email" : String.join(" ", provider.scopes()));
        createsAccounts.setValue(provider == null || provider.createsAccounts());
        if (provider != null) {
            name.setValue(provider.name());
            key.setValue(provider.id().value());
            key.setReadOnly(true);
            issuer.setValue(provider.issuer());
            clientId.setValue(provider.clientId());
            secret.setPlaceholder(provider.hasSecret() ? "••••••••" : "");
        }
    }

    /** Follows the name until it is written by hand. */
    private void suggestKey(String oldName) {
        if (opened == null && key.getValue().equals(slug(oldName))) {
            key.setValue(slug(name.getValue()));
        }
    }

    private static String slug(String text) {
        String slug =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.substring(0, Math.min(slug.length(), 40));
    }

    private Map<Field, HasValidation> marks() {
        Map<Field, HasValidation> marks = new EnumMap<>(Field.class);
        marks.put(Field.NAME, name);
        marks.put(Field.KEY, key);
        marks.put(Field.ISSUER, issuer);
        marks.put(Field.CLIENT_ID, clientId);
        marks.put(Field.SCOPES, scopes);
        marks.put(Field.USERNAME_CLAIM, username);
        return marks;
    }

    private TextField field(String label) {
        TextField field = new TextField(getTranslation("providers." + label));
        field.setErrorMessage(getTranslation("providers.invalid." + label));
        field.setMaxLength(500);
        return field;
    }
}
