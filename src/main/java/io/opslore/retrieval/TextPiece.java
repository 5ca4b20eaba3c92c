package io.opslore.retrieval;

/**
 * A run of text as it is shown.
 *
 * @param marked whether it is what was sought
 */
public record TextPiece(String text, boolean marked) {}
