package io.opslore.operations.history;

import java.time.Instant;

/** A number at one moment. */
public record HistoryPoint(Instant at, double value) {}
