package io.opslore.identity.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.i18n.I18NProvider;

/** Asks before something is taken away. */
final class Confirmation {

    private Confirmation() {}

    static void ask(String title, String text, String confirm, Runnable action) {
        ask(title, text, confirm, action, () -> {});
    }

    /**
     * @param otherwise runs where it was not wanted after all
     */
    static void ask(
            String title, String text, String confirm, Runnable action, Runnable otherwise) {
        ConfirmDialog dialog = new ConfirmDialog(title, text, confirm, confirmed -> action.run());
        dialog.setConfirmButtonTheme("error primary");
        dialog.addCancelListener(cancelled -> otherwise.run());
        dialog.setCancelable(true);
        dialog.setCancelText(I18NProvider.translate("kit.cancel"));
        dialog.open();
    }
}
