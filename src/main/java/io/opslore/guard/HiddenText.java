package io.opslore.guard;

import java.util.regex.Pattern;

/**
 * Characters that nobody sees but that a machine reads: of no width, that turn the direction of
 * writing, tags, and controls.
 */
public final class HiddenText {

    private static final Pattern HIDDEN =
            Pattern.compile(
                    "[\\x{0}-\\x{8}\\x{B}\\x{C}\\x{E}-\\x{1F}\\x{7F}-\\x{84}\\x{86}-\\x{9F}\\x{AD}\\x{34F}\\x{61C}"
                            + "\\x{115F}\\x{1160}\\x{17B4}\\x{17B5}\\x{180B}-\\x{180F}\\x{200B}-\\x{200F}"
                            + "\\x{202A}-\\x{202E}\\x{2060}-\\x{206F}\\x{3164}\\x{FE00}-\\x{FE0E}\\x{FEFF}"
                            + "\\x{FFA0}\\x{FFF9}-\\x{FFFB}\\x{E0000}-\\x{E0FFF}]+");

    /** Those of them that have no place in an honest text: others belong to scripts or emoji. */
    private static final Pattern SUSPICIOUS =
            Pattern.compile(
                    "[\\x{0}-\\x{8}\\x{E}-\\x{1F}\\x{7F}\\x{202A}-\\x{202E}\\x{2061}-\\x{206F}\\x{E0001}"
                            + "\\x{E0020}-\\x{E007F}\\x{E0100}-\\x{E01EF}]|\\x{200B}{2,}|\\w[\\x{200B}\\x{2060}\\x{FEFF}]\\w",
                    Pattern.UNICODE_CHARACTER_CLASS);

    private HiddenText() {}

    /** Whether somebody has hidden something in it. */
    public static boolean isIn(String text) {
        return SUSPICIOUS.matcher(text).find();
    }

    /** The text as it is seen. */
    public static String without(String text) {
        return HIDDEN.matcher(text).replaceAll("");
    }
}
