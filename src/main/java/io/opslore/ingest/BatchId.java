package io.opslore.ingest;

import java.util.UUID;

/** Identifies a batch. */
public record BatchId(UUID value) {}
