package io.opslore.models;

import java.util.OptionalDouble;

/**
 * What one graphics card says of itself. What it does not tell is empty.
 *
 * @param id what tells it from the others, always the same for one card
 * @param name its kind
 * @param utilisation in percent
 * @param usedMegabytes memory in use
 * @param totalMegabytes memory in all
 * @param temperature in degrees Celsius
 */
public record GpuReading(
        String id,
        String name,
        OptionalDouble utilisation,
        OptionalDouble usedMegabytes,
        OptionalDouble totalMegabytes,
        OptionalDouble temperature) {

    /** In percent. */
    public OptionalDouble memory() {
        return usedMegabytes.isPresent() && totalMegabytes.orElse(0) > 0
                ? OptionalDouble.of(
                        100 * usedMegabytes.orElseThrow() / totalMegabytes.orElseThrow())
                : OptionalDouble.empty();
    }
}
