package io.opslore.models;

import java.time.Instant;

/**
 * A card is above a threshold for some time.
 *
 * @param value as it is now
 * @param since the first moment of that time
 */
public record GpuAlert(String gpu, Kind kind, double value, Instant since) {

    /** What is too high. */
    public enum Kind {
        /** In percent. */
        MEMORY,
        /** In degrees Celsius. */
        TEMPERATURE
    }
}
