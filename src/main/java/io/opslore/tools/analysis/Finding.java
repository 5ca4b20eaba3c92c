package io.opslore.tools.analysis;

/**
 * Something that asks for trouble.
 *
 * @param rule stable id, such as {@code k8s-image-latest}
 * @param line from 1
 * @param advice what to do
 */
public record Finding(
        String rule, Severity severity, String path, int line, String message, String advice) {}
