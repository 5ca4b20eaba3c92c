package io.opslore.models;

import java.time.Instant;

/**
 * A model on a server's disk, as the server tells it.
 *
 * @param bytes on disk
 * @param parameters how large it is, such as {@code 32.8B}; empty where the server does not say
 * @param quantisation such as {@code Q4_K_M}; empty where the server does not say
 * @param changed when it was last pulled
 */
public record StoredModel(
        String name,
        String digest,
        long bytes,
        String parameters,
        String quantisation,
        Instant changed) {}
