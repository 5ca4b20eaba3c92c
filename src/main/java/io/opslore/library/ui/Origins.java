package io.opslore.library.ui;

import com.vaadin.flow.i18n.I18NProvider;

/** How a revision came in, in the reader's language. */
final class Origins {

    private static final String GIT = "git:";
    private static final int SHORT = 10;

    private Origins() {}

    /** An origin that has no word yet, a new connector's for instance, is named as it is. */
    static String name(String origin) {
        if (origin.startsWith(GIT)) {
            String commit = origin.substring(GIT.length());
            return I18NProvider.translate(
                    "revisions.origin.git", commit.substring(0, Math.min(SHORT, commit.length())));
        }
        return switch (origin) {
            case "upload", "restore" -> I18NProvider.translate("revisions.origin." + origin);
            default -> origin;
        };
    }
}
