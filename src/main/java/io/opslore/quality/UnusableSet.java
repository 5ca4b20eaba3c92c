package io.opslore.quality;

/** A judged set cannot be measured with; the message says to a person what is wrong with it. */
public final class UnusableSet extends RuntimeException {

    UnusableSet(String message) {
        super(message);
    }
}
