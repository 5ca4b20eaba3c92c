package io.opslore.guard;

import java.util.List;

/**
 * What would happen to a text now.
 *
 * @param masked the text as it would be kept
 */
public record Trial(String masked, List<Found> found) {

    public Trial {
        found = List.copyOf(found);
    }

    /**
     * @param rule by which it was found: the id of a shipped rule, {@code name} for what belongs to
     *     a telling name, or {@code own:} and the name of an own rule
     */
    public record Found(MaskedSecret secret, String rule) {}
}
