package io.opslore.kit;

import com.vaadin.flow.i18n.I18NProvider;

/** Says how large a file is, in the reader's language. */
public final class FileSize {

    private static final long STEP = 1024;

    private FileSize() {}

    /** For instance {@code 12.3 KB}. */
    public static String text(long bytes) {
        if (bytes < STEP) {
            return I18NProvider.translate("kit.size.b", bytes);
        }
        if (bytes < STEP * STEP) {
            return I18NProvider.translate("kit.size.kb", bytes / (double) STEP);
        }
        if (bytes < STEP * STEP * STEP) {
            return I18NProvider.translate("kit.size.mb", bytes / (double) (STEP * STEP));
        }
        return I18NProvider.translate("kit.size.gb", bytes / (double) (STEP * STEP * STEP));
    }
}
