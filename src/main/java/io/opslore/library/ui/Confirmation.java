package io.opslore.library.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.i18n.I18NProvider;

/** Asks before something is done. */
final class Confirmation {

    private Confirmation() {}

    /** For what can be undone. */
    static void ask(String title, String text, String confirm, Runnable action) {
        dialog(title, text, confirm, action).open();
    }

    /** For what takes something away. */
    static void askSternly(String title, String text, String confirm, Runnable action) {
        ConfirmDialog dialog = dialog(title, text, confirm, action);
        dialog.setConfirmButtonTheme("error primary");
        dialog.open();
    }

    private static ConfirmDialog dialog(
            String title, String text, String confirm, Runnable action) {
        ConfirmDialog dialog = new ConfirmDialog(title, text, confirm, confirmed -> action.run());
        dialog.setCancelable(true);
        dialog.setCancelText(I18NProvider.translate("kit.cancel"));
        return dialog;
    }
}
