package io.opslore.audit;

/**
 * What something was done to.
 *
 * @param kind a lower-case noun: {@code account}, {@code space}, {@code document}, {@code answer}
 * @param id its id as text; empty where it has none
 * @param name what people call it, as it was at that time
 */
public record Subject(String kind, String id, String name) {}
