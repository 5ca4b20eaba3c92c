package io.opslore.guard.ui;

import com.vaadin.flow.i18n.I18NProvider;
import io.opslore.guard.LimitHolder;
import io.opslore.guard.LimitRow;
import io.opslore.identity.Role;

/** For whom a limit is set, in the reader's language. */
final class HolderText {

    private HolderText() {}

    static String name(LimitRow row) {
        return switch (row.holder()) {
            case LimitHolder.Everyone everyone -> I18NProvider.translate("limits.everyone");
            case LimitHolder.Holders(Role role) ->
                    I18NProvider.translate("limits.role", role.key());
            case LimitHolder.Person person -> row.name();
        };
    }
}
