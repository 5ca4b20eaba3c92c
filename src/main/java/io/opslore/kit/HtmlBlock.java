package io.opslore.kit;

/**
 * One top-level part of a rendered text. Two renderings of a growing text share their leading
 * blocks, so a view replaces only those that differ.
 *
 * @param html sanitised, one {@code div} around the part
 * @param lines where its source stands
 */
public record HtmlBlock(String html, Lines lines) {}
