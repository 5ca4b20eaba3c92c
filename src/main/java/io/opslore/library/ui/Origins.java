package io.opslore.library.ui;

import com.vaadin.flow.i18n.I18NProvider;

/** How a revision came in, in the reader's language. */
final class Origins {

    private static final String MISSING = "!";
    private static final int SHORT = 10;

    private Origins() {}

    /** An origin that has no word yet, a new connector's for instance, is named as it is. */
    static String name(String origin) {
        int kind = origin.indexOf(':');
        if (kind > 0) {
            String version = origin.substring(kind + 1);
            String text =
                    I18NProvider.translate(
                            "revisions.origin." + origin.substring(0, kind),
                            version.substring(0, Math.min(SHORT, version.length())));
            return text.startsWith(MISSING) ? origin : text;
        }
        return switch (origin) {
            case "upload", "restore" -> I18NProvider.translate("revisions.origin." + origin);
            default -> origin;
        };
    }
}
