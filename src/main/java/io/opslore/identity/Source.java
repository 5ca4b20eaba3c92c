package io.opslore.identity;

/** How somebody came by a role or into a group. */
public sealed interface Source {

    /** An admin gave it to the account itself. */
    record ByHand() implements Source {}

    /** The rules of a sign-in provider gave it, and take it away again. */
    record ByProvider(String provider) implements Source {}

    /** A group brings it, or a nested group that brings into that one. */
    record ByGroup(Membership membership) implements Source {}

    /** As it is stored. */
    static Source of(String givenBy) {
        return givenBy.isEmpty() ? new ByHand() : new ByProvider(givenBy);
    }
}
