package io.opslore.sources;

import java.time.Instant;

/**
 * Why a sync did not reach its end.
 *
 * @param reason the key of a text that says what kind of trouble it is
 * @param sentence what exactly; empty where there is no more to say
 * @param suggestion what to do; empty where the reason says it
 */
public record SyncFault(Instant at, String reason, String sentence, String suggestion) {}
