package io.opslore.guard;

/**
 * That a secret stood in a text, and nothing of the secret itself.
 *
 * @param line on which it begins, from 1
 * @param kind what it is, in lower case with hyphens: {@code password}, {@code github-token}
 * @param name the key that it belongs to, as it is written there; empty where it has none
 * @param placeholder what stands in its place: {@code «secret:password#3f2a1c»}
 */
public record MaskedSecret(int line, String kind, String name, String placeholder) {}
