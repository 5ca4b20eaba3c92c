package io.opslore.library;

import java.time.Instant;

/**
 * When a document was put into the bin, and who did it.
 *
 * @param by a username
 */
public record Binned(Instant at, String by) {}
