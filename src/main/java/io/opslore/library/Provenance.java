package io.opslore.library;

import io.opslore.kit.VisibleName;
import java.time.Instant;

/**
 * Who changed a file elsewhere, and when: what a revision that a connector brings says of itself.
 *
 * @param author as the other side names them; made visible and cut to a name's length
 * @param at when it was changed there; a time to come counts as now
 * @param origin how it came in, for instance {@code git:} and the commit
 */
public record Provenance(String author, Instant at, String origin) {

    private static final int LONGEST_NAME = 100;

    public Provenance {
        String readable = VisibleName.of(author.replaceAll("\\p{Cntrl}", " ").strip());
        author = readable.substring(0, Math.min(LONGEST_NAME, readable.length()));
    }
}
