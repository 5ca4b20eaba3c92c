package io.opslore.library;

/**
 * That a secret was taken out of a revision's text, and nothing of the secret itself.
 *
 * @param line where it stood, from 1
 * @param kind what it was, for instance {@code password}
 * @param name the key that it belonged to; empty where it had none
 * @param placeholder what stands in its place; the same secret has the same one within a space
 */
public record Mask(int line, String kind, String name, String placeholder) {}
