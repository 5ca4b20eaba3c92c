package io.opslore.identity;

/** The asker knows of the thing but may not do this to it. */
public class NotAllowed extends RuntimeException {

    public NotAllowed(String what) {
        super("Not allowed to " + what);
    }

    /** For want of a permission that is held everywhere or not at all. */
    public NotAllowed(Permission missing) {
        super("Not allowed without the permission " + missing.key());
    }
}
