package io.opslore.models;

import java.util.OptionalDouble;

/** How much memory the graphics cards have that the models run on, where something can tell. */
@FunctionalInterface
public interface GpuMemory {

    /** Of all cards together; 0 where there is none, empty where that is not known. */
    OptionalDouble gigabytes();
}
