package io.opslore.models;

/** Tells what the graphics cards do. Thread-safe. */
public interface GpuReadings {

    /** Where it looks, for messages to people. */
    String source();

    /** Looks now; takes some seconds at most and never throws. */
    GpuLook look();
}
