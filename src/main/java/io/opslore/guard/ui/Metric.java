package io.opslore.guard.ui;

import com.vaadin.flow.i18n.I18NProvider;
import io.opslore.guard.Used;
import io.opslore.kit.FileSize;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** What a chart can show of each day. */
enum Metric {
    TOKENS(Used::tokens),
    REQUESTS(Used::requests),
    UPLOADED(Used::uploadedBytes),
    REFUSALS(Used::refusals);

    private final ToLongFunction<Used> amount;

    Metric(ToLongFunction<Used> amount) {
        this.amount = amount;
    }

    long of(Used used) {
        return amount.applyAsLong(used);
    }

    String text(long amount) {
        return this == UPLOADED ? FileSize.text(amount) : LimitText.number(amount);
    }

    String label() {
        return I18NProvider.translate("usage.metric." + name().toLowerCase(Locale.ROOT));
    }
}
