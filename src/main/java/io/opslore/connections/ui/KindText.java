package io.opslore.connections.ui;

import com.vaadin.flow.i18n.I18NProvider;

/** What kinds of connections and their fields are called. */
final class KindText {

    private static final String MISSING = "!";

    private KindText() {}

    /** A kind that has no word is called by its key. */
    static String name(String kind) {
        return said("connections.kind." + kind, kind);
    }

    static String label(String kind, String field) {
        return said("connections." + kind + "." + field, field);
    }

    /** Empty where there is nothing to say. */
    static String help(String kind, String field) {
        return said("connections." + kind + "." + field + ".help", "");
    }

    private static String said(String key, String otherwise) {
        String text = I18NProvider.translate(key);
        return text.startsWith(MISSING) ? otherwise : text;
    }
}
