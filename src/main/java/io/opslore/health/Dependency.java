package io.opslore.health;

import java.time.Duration;

/**
 * Something that the portal depends on. Each is a bean, and stands by its name in health, metrics
 * and on the page of operations.
 */
public interface Dependency {

    /** Always the same, in lower case, such as {@code database}. */
    String name();

    /** Whether the portal can do nothing useful without it, and is to get no requests. */
    default boolean isVital() {
        return false;
    }

    /** How often it is looked at. */
    default Duration every() {
        return Looks.USUALLY;
    }

    /**
     * Looks at it now. May take its time, and may throw: it is called in the background, never
     * twice at once, and counts as down where it throws or does not come back.
     */
    Condition look() throws Exception;
}
