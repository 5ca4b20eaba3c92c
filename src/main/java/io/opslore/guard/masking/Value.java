package io.opslore.guard.masking;

/**
 * What stands where a name's value is expected.
 *
 * @param start of the value itself, without quotes
 * @param form how it is written
 */
record Value(int start, int end, Form form) {

    enum Form {
        /** A string literal, an attribute, an element's text. */
        QUOTED,
        /** The rest of a line that begins with the name. */
        LINE,
        /** One word among others: in a command, an address, a sentence after a colon. */
        WORD,
        /** A word of a sentence that only follows the name. */
        SENTENCE,
        /** A string that is passed along with the name or handed to a function. */
        ARGUMENT,
        /** Bytes, or several lines: a secret by its form. */
        BLOCK
    }
}
