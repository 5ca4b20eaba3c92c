package io.opslore.assistant.ui;

import com.vaadin.flow.i18n.I18NProvider;

/**
 * Tools and the servers that they belong to in the reader's language; what nobody has translated
 * says its own title.
 */
final class ToolText {

    private ToolText() {}

    /**
     * @param own the tool's own title
     */
    static String title(String tool, String own) {
        return translated("tools.title." + tool, own);
    }

    /** The server's name and the tool's title. */
    static String label(String tool, String own) {
        int end = tool.indexOf('_');
        String server = end < 0 ? "" : tool.substring(0, end);
        return translated("tools.title.server." + server, server) + ": " + title(tool, own);
    }

    private static String translated(String key, String otherwise) {
        String text = I18NProvider.translate(key);
        return text.contains(key) ? otherwise : text;
    }
}
