package io.opslore.library;

/**
 * The thing does not exist, or the asker may not know that it does: the two look alike on purpose.
 */
public class NotFound extends RuntimeException {

    public NotFound(String what) {
        super(what + " not found");
    }
}
