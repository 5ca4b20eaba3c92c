package io.opslore.guard.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import io.opslore.guard.Limit;
import io.opslore.guard.LimitHolder;
import io.opslore.guard.LimitValue;
import io.opslore.guard.Refusal;
import io.opslore.guard.Standing;
import io.opslore.identity.Role;
import io.opslore.kit.FileSize;
import io.opslore.kit.TimeText;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Limits in the reader's language and zone. */
public final class LimitText {

    private LimitText() {}

    /** What is limited. */
    public static String name(Limit limit) {
        return text("limits." + limit.key());
    }

    /** Which limit it is, how much of it is used, and when there is more. */
    public static String refusal(Refusal refusal) {
        String used =
                text(
                        "limits.refused." + refusal.limit().key(),
                        amount(refusal.limit(), refusal.used()),
                        amount(refusal.limit(), refusal.allowed()));
        Instant frees = refusal.freesAt();
        if (frees != null) {
            return used + " " + text("limits.frees", TimeText.exact(frees));
        }
        return refusal.limit() == Limit.CONCURRENT_REQUESTS && refusal.allowed() > 0
                ? used + " " + text("limits.frees.ended")
                : used;
    }

    /** That little is left, of what, and until when. */
    static String scarce(Standing standing) {
        Limit limit = standing.value().limit();
        String left = text("limits.scarce." + limit.key(), amount(limit, standing.left()));
        Instant frees = standing.freesAt();
        return frees == null ? left : left + " " + text("limits.more", TimeText.exact(frees));
    }

    /** A value as it is set; no limit for null. */
    static String amount(Limit limit, @Nullable Long amount) {
        if (amount == null) {
            return text("limits.none");
        }
        return switch (limit.unit()) {
            case BYTES -> FileSize.text(amount);
            case COUNT -> number(amount);
        };
    }

    static String number(long amount) {
        return NumberFormat.getIntegerInstance(locale()).format(amount);
    }

    /** Where a value comes from. */
    static String origin(LimitValue value) {
        return switch (value.holder()) {
            case LimitHolder.Person person -> text("limits.from.own");
            case LimitHolder.Holders(Role role) -> text("limits.from.role", role.key());
            case LimitHolder.Everyone everyone -> text("limits.from.default");
        };
    }

    private static Locale locale() {
        UI ui = UI.getCurrent();
        return ui == null ? Locale.getDefault() : ui.getLocale();
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
