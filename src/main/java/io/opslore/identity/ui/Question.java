package io.opslore.identity.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.i18n.I18NProvider;

/** Asks before ways to sign in are taken away. */
final class Question {

    private Question() {}

    static ConfirmDialog sternly(String title, String text, String confirm, Runnable action) {
        ConfirmDialog dialog = new ConfirmDialog(title, text, confirm, confirmed -> action.run());
        dialog.setConfirmButtonTheme("error primary");
        dialog.setCancelable(true);
        dialog.setCancelText(I18NProvider.translate("kit.cancel"));
        return dialog;
    }
}
