package io.opslore.library;

/** The asker knows of the thing but may not do this to it. */
public class NotAllowed extends RuntimeException {

    public NotAllowed(String what) {
        super("Not allowed to " + what);
    }
}
