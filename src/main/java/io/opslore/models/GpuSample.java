package io.opslore.models;

import java.time.Instant;

/** One card at one moment. */
public record GpuSample(Instant at, GpuReading reading) {}
