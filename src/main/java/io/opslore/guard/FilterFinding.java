package io.opslore.guard;

/**
 * That a rule has found something in a question.
 *
 * @param rule the id of an administrator's rule, or the key of a shipped one
 * @param name of the rule; the key of a shipped one
 * @param message for the asker; empty for a shipped rule, of which the view tells
 * @param isShipped whether the rule came with the portal
 */
public record FilterFinding(
        String rule, String name, FilterAction action, String message, boolean isShipped) {}
