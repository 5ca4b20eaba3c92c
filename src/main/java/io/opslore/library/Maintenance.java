package io.opslore.library;

/**
 * The Spring profile under which no room does anything by itself: stores are looked at as they are.
 */
public final class Maintenance {

    /** For {@code @Profile} on whatever starts work at start or by the clock. */
    public static final String NOT_THEN = "!" + Maintenance.PROFILE;

    /** The profile's name. */
    public static final String PROFILE = "maintenance";

    private Maintenance() {}
}
