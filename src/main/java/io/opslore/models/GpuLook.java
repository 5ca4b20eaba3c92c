package io.opslore.models;

import java.util.List;

/** What came of looking at the graphics cards. */
public sealed interface GpuLook {

    /** These are there; one at least. */
    record Seen(List<GpuReading> gpus) implements GpuLook {

        public Seen {
            gpus = List.copyOf(gpus);
        }
    }

    /** Nothing is there to look with, or it sees no card. */
    record None() implements GpuLook {}

    /**
     * What should tell has failed.
     *
     * @param why in its own words, for administrators
     */
    record Failed(String why) implements GpuLook {}
}
