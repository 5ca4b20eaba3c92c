package io.opslore.library;

/**
 * A structural part of a revision's text, as found by extraction. The blocks of a text stand in
 * order and do not overlap; blank lines may belong to none.
 *
 * @param kind what it is
 * @param lines where it stands
 * @param level depth of a heading, from 1; 0 for everything else
 * @param label a heading's text, a function's name, a YAML document's {@code kind/name}; empty when
 *     there is none
 */
public record Block(Kind kind, LineRange lines, int level, String label) {

    /** The kinds of block. Those that are {@link #whole} are kept in one chunk where they fit. */
    public enum Kind {
        HEADING(false),
        PARAGRAPH(false),
        LIST(false),
        TABLE(true),
        CODE(true),
        YAML_DOCUMENT(true),
        FUNCTION(true),
        LOG(false);

        private final boolean whole;

        Kind(boolean whole) {
            this.whole = whole;
        }

        /** Whether cutting one in two would spoil it. */
        public boolean whole() {
            return whole;
        }
    }

    /** A block without depth or label. */
    public static Block of(Kind kind, int first, int last) {
        return new Block(kind, new LineRange(first, last), 0, "");
    }

    /** A heading of one line. */
    public static Block heading(int level, String text, int line) {
        return new Block(Kind.HEADING, new LineRange(line, line), level, text);
    }
}
