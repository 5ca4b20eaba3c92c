package io.opslore.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did it.
 *
 * @param id the account, or null where there is none: the portal itself, or a stranger
 * @param name the account's username at that time, or what a stranger called themselves
 * @param via by what means: {@code session}, {@code token <name>}, {@code command line}, {@code
 *     portal}
 */
public record Actor(@Nullable UUID id, String name, String via) {

    /** What the portal does by itself, by the clock or at start. */
    public static final Actor PORTAL = new Actor(null, "OpsLore", "portal");

    /** Somebody who is not signed in. */
    public static Actor stranger(String calledThemselves) {
        return new Actor(null, calledThemselves, "sign-in");
    }
}
