package io.opslore.retrieval.query;

/** A part of a search text, and where it stands. */
public sealed interface Term {

    /** Its first character. */
    int start();

    /** Behind its last character. */
    int end();

    /** Plain words, as typed. */
    record Free(String text, int start, int end) implements Term {}

    /** What stood between quotation marks: must be there as it is. */
    record Exact(String text, int start, int end) implements Term {}

    /**
     * A known prefix with its value.
     *
     * @param excluded whether a minus stood before it
     */
    record Narrowing(Field field, String value, boolean excluded, int start, int end)
            implements Term {}
}
