package io.opslore.kit;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.i18n.I18NProvider;

/** Asks before something is done. */
public final class Confirmation {

    private Confirmation() {}

    /** For what can be undone. */
    public static void ask(String title, String text, String confirm, Runnable action) {
        dialog(title, text, confirm, action).open();
    }

    /** For what takes something away. */
    public static void askSternly(String title, String text, String confirm, Runnable action) {
        askSternly(title, text, confirm, action, () -> {});
    }

    /**
     * For what takes something away.
     *
     * @param otherwise runs where it was not wanted after all
     */
    public static void askSternly(
            String title, String text, String confirm, Runnable action, Runnable otherwise) {
        ConfirmDialog dialog = dialog(title, text, confirm, action);
        dialog.setConfirmButtonTheme("error primary");
        dialog.addCancelListener(cancelled -> otherwise.run());
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
