package io.opslore.upgrades;

/**
 * One thing to know before an upgrade.
 *
 * @param about in a word or two
 * @param text in a sentence
 * @param advice what to do; empty where there is nothing to do
 */
public record UpgradeFinding(Level level, String about, String text, String advice) {

    /** How much it matters. */
    public enum Level {
        /** Nothing to do. */
        FINE,
        /** Better looked at first. */
        WARNING,
        /** The upgrade would fail. */
        OBSTACLE
    }

    public static UpgradeFinding fine(String about, String text) {
        return new UpgradeFinding(Level.FINE, about, text, "");
    }

    public static UpgradeFinding warning(String about, String text, String advice) {
        return new UpgradeFinding(Level.WARNING, about, text, advice);
    }

    public static UpgradeFinding obstacle(String about, String text, String advice) {
        return new UpgradeFinding(Level.OBSTACLE, about, text, advice);
    }
}
