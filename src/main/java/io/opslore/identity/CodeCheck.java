package io.opslore.identity;

/** What became of a code that somebody entered. */
public enum CodeCheck {
    RIGHT,
    /** Or used before, or too old. */
    WRONG,
    /** Too many wrong ones were tried; later even the right one counts. */
    WAIT
}
