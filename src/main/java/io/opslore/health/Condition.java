package io.opslore.health;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * How a dependency was found.
 *
 * @param key what is so, as a sentence for whoever runs the portal: {@code health.<key>} of the
 *     translations
 * @param values what fills its places; no secret and nothing of a document
 */
public record Condition(State state, String key, List<Object> values) {

    private static final ResourceBundle ENGLISH =
            ResourceBundle.getBundle(
                    "vaadin-i18n.translations",
                    Locale.ENGLISH,
                    ResourceBundle.Control.getNoFallbackControl(
                            ResourceBundle.Control.FORMAT_PROPERTIES));

    /** From well to not at all. */
    public enum State {
        /** All is well. */
        UP,
        /** It works less well than it should, or not for everything. */
        DEGRADED,
        /** It does not work. */
        DOWN,
        /** Nobody has looked yet. */
        UNKNOWN
    }

    public Condition {
        values = List.copyOf(values);
    }

    public static Condition up(String key, Object... values) {
        return new Condition(State.UP, key, List.of(values));
    }

    public static Condition degraded(String key, Object... values) {
        return new Condition(State.DEGRADED, key, List.of(values));
    }

    public static Condition down(String key, Object... values) {
        return new Condition(State.DOWN, key, List.of(values));
    }

    /** Whether anybody should do something about it. */
    public boolean isTrouble() {
        return state == State.DEGRADED || state == State.DOWN;
    }

    /** Where the sentence stands in the translations. */
    public String translation() {
        return "health." + key;
    }

    /** The sentence in English, for machines and logs. */
    public String reason() {
        String text = ENGLISH.getString(translation());
        return values.isEmpty()
                ? text
                : new MessageFormat(text, Locale.ENGLISH).format(values.toArray());
    }
}
