package io.opslore.operations.history;

/**
 * How long one stage of a question took.
 *
 * @param passed how many went through it
 * @param half seconds that no more than half of them took longer than
 * @param most seconds that no more than 5 of 100 took longer than
 */
public record StageTimes(String stage, double passed, double half, double most) {}
