package io.opslore.guard.ui;

import com.vaadin.flow.i18n.I18NProvider;
import io.opslore.guard.RuleRefused;
import java.util.Locale;

/** Says why a rule or value was not taken. */
final class RefusedText {

    private RefusedText() {}

    static String of(RuleRefused refused) {
        return I18NProvider.translate(
                "masking.refused." + refused.reason().name().toLowerCase(Locale.ROOT),
                refused.getMessage());
    }
}
