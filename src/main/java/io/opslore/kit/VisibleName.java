package io.opslore.kit;

/**
 * Makes what cannot be seen in a name visible: signs that turn the direction of writing, that have
 * no width, that end a line, or that are half of a character become their number, such as {@code
 * ⟨U+202E⟩}. So no name looks like another one, wherever it is shown.
 */
public final class VisibleName {

    private static final int JOINER = 0x200D;
    private static final int NON_JOINER = 0x200C;

    private VisibleName() {}

    /** The same again for what is visible already. */
    public static String of(String name) {
        return name.codePoints().noneMatch(VisibleName::isHidden) ? name : escaped(name);
    }

    private static String escaped(String name) {
        var visible = new StringBuilder();
        name.codePoints()
                .forEach(c -> {
                    if (isHidden(c)) {
                        visible.append("⟨U+%04X⟩".formatted(c));
                    } else {
                        visible.appendCodePoint(c);
                    }
                });
        return visible.toString();
    }

    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            // Scripts and emoji need the joiners to be written at all.
            case Character.FORMAT -> c != JOINER && c != NON_JOINER;
            case Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE ->
                    true;
            case Character.UNASSIGNED -> (c & 0xFFFE) == 0xFFFE;
            default -> isFiller(c);
        };
    }

    /** Letters by their type that are drawn as nothing. */
    private static boolean isFiller(int c) {
        return c == 0x3164 || c == 0x115F || c == 0x1160 || c == 0xFFA0 || c == 0x2800;
    }
}
