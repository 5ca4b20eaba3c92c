package io.opslore.identity;

/** Whether a provider answers as one. */
public sealed interface ProviderCheck {

    /**
     * @param signsOut whether people are signed out there when they sign out here
     * @param tells whether it tells the portal when somebody signs out there
     */
    record Works(boolean signsOut, boolean tells) implements ProviderCheck {}

    /**
     * @param detail what it said or which address was meant
     */
    record Fails(ProviderProblem problem, String detail) implements ProviderCheck {}
}
