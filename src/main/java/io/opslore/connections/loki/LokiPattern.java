package io.opslore.connections.loki;

/**
 * Lines that are alike, as Loki itself has grouped them.
 *
 * @param pattern with {@code <_>} for what differs
 * @param first seconds since 1970, and {@code last} likewise
 */
public record LokiPattern(String pattern, long count, long first, long last) {}
