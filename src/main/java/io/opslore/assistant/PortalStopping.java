package io.opslore.assistant;

/** The portal is about to end and begins nothing more; another, or the next, will. */
public final class PortalStopping extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PortalStopping() {
        super("The portal is stopping; ask again in a moment");
    }
}
