package io.opslore.retrieval.text;

/**
 * Where a text holds what was sought.
 *
 * @param start its first character
 * @param end behind its last one
 * @param term what it was found by
 */
public record Place(int start, int end, String term) {}
