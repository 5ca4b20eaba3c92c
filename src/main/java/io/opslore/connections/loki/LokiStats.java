package io.opslore.connections.loki;

/** What Loki's index says of a selector in some time, without reading a line. */
public record LokiStats(long streams, long chunks, long entries, long bytes) {}
