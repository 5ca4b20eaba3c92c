package io.opslore.guard.ui;

import com.vaadin.flow.i18n.I18NProvider;
import io.opslore.guard.FilterAction;
import io.opslore.guard.FilterFinding;
import io.opslore.identity.Role;
import org.jspecify.annotations.Nullable;

/** What rules find in questions, in the reader's language. */
public final class FilterText {

    private FilterText() {}

    /** Why a question was not asked, and what to do. */
    public static String blocked(FilterFinding finding) {
        if (finding.isShipped()) {
            return text("filters.blocked.shipped", sign(finding.rule()));
        }
        return finding.message().isEmpty()
                ? text("filters.blocked", finding.name())
                : text("filters.blocked.message", finding.name(), finding.message());
    }

    /** What an administrator's rule warns of. */
    public static String warning(String message) {
        return message.isEmpty() ? text("filters.warned") : message;
    }

    /** What a shipped rule takes the question for. */
    public static String suspected(String key) {
        return text("filters.suspected", sign(key));
    }

    /** What a shipped rule looks for. */
    static String sign(String key) {
        return text("filters.sign." + key);
    }

    static String action(@Nullable FilterAction action) {
        return text("filters.action." + (action == null ? "OFF" : action.name()));
    }

    static String whom(@Nullable Role role) {
        return role == null ? text("filters.everybody") : text("filters.role", role.key());
    }

    private static String text(String key, Object... values) {
        return I18NProvider.translate(key, values);
    }
}
