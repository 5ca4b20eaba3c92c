package io.opslore.guard;

import java.util.UUID;

/**
 * Within which the same secret gets the same placeholder; across two of them nobody can tell that
 * it is the same.
 *
 * @param value stable for ever
 */
public record MaskScope(String value) {

    /** For what belongs to no space: questions, answers, logs. */
    public static final MaskScope PORTAL = new MaskScope("portal");

    /** A space of the library. */
    public static MaskScope space(UUID space) {
        return new MaskScope("space:" + space);
    }
}
