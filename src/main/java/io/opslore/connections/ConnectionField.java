package io.opslore.connections;

/**
 * Something to be entered for a connection. Its label and help are texts of the interface: {@code
 * connections.<kind>.<key>} and the same with {@code .help}.
 *
 * @param key lower camel case; what it is kept under
 */
public record ConnectionField(String key, Form form, boolean required) {

    /** One line. */
    public static ConnectionField line(String key) {
        return new ConnectionField(key, Form.LINE, true);
    }

    /** Several lines. */
    public static ConnectionField lines(String key) {
        return new ConnectionField(key, Form.LINES, true);
    }

    /** One line that is sealed and never shown again. */
    public static ConnectionField secret(String key) {
        return new ConnectionField(key, Form.SECRET, true);
    }

    /** Several lines that are sealed and never shown again. */
    public static ConnectionField secretLines(String key) {
        return new ConnectionField(key, Form.SECRET_LINES, true);
    }

    /** The same, which may be left out. */
    public ConnectionField optional() {
        return new ConnectionField(key, form, false);
    }

    /** Whether it is kept sealed. */
    public boolean isSecret() {
        return form == Form.SECRET || form == Form.SECRET_LINES;
    }

    /** What it looks like. */
    public enum Form {
        LINE,
        LINES,
        SECRET,
        SECRET_LINES
    }
}
