package io.opslore.identity;

import io.opslore.audit.Actor;

/**
 * The person on whose behalf something is read or changed. Passed explicitly to every service,
 * because thread-locals do not survive streaming and background work. Says who they are, never what
 * they may: that is asked of {@link Authority} at the moment it matters. Immutable.
 *
 * @param id the account
 * @param username the name typed at sign-in; also what audit and revisions show as author
 * @param reach how far what they came in with goes
 */
public record Asker(AccountId id, String username, Reach reach) {

    /** Somebody in the browser, or in whose name the portal goes on with what they began. */
    public Asker(AccountId id, String username) {
        this(id, username, Reach.SESSION);
    }

    /** How the audit log names them. */
    public Actor actor() {
        return new Actor(id.value(), username, reach.via());
    }
}
