package io.opslore.library;

import java.util.List;

/**
 * What was masked in a revision's text.
 *
 * @param version the rules that it was masked under
 * @param all in the order of the text
 */
public record Masks(String version, List<Mask> all) {

    public Masks {
        all = List.copyOf(all);
    }
}
