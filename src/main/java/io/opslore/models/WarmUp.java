package io.opslore.models;

/**
 * How a model is being brought into memory.
 *
 * @param said why it failed; empty while it is going on
 */
public record WarmUp(String model, boolean isRunning, String said) {}
