package io.opslore.retrieval.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.i18n.I18NProvider;

/** Asks before something is lost or costs hours. */
final class Confirmation {

    private Confirmation() {}

    /** Its texts stand under the key, {@code .ask} and {@code .text} behind it. */
    static ConfirmDialog of(String key, Runnable confirmed) {
        ConfirmDialog dialog =
                new ConfirmDialog(
                        I18NProvider.translate(key + ".ask"),
                        I18NProvider.translate(key + ".text"),
                        I18NProvider.translate(key),
                        event -> confirmed.run());
        dialog.setCancelable(true);
        dialog.setCancelText(I18NProvider.translate("kit.cancel"));
        return dialog;
    }
}
