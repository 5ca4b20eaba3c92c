package io.opslore.identity;

import java.util.List;

/**
 * A change of people, groups or roles that does not happen. The record tells of those that were
 * refused for want of rights.
 */
public class ChangeRefused extends NotAllowed {

    private final Reason reason;
    private final transient List<Object> facts;

    /**
     * @param facts what the reason's text for people has to name
     */
    public ChangeRefused(Reason reason, Object... facts) {
        super(reason.what);
        this.reason = reason;
        this.facts = List.of(facts);
    }

    /** Why, for the screen to say in the reader's language. */
    public Reason reason() {
        return reason;
    }

    /** What the reason's text for people has to name. */
    public List<Object> facts() {
        return facts;
    }

    /** Why a change does not happen. */
    public enum Reason {
        LAST_ADMIN("leave the portal without an admin who can sign in", true),
        PERSON_ABOVE_YOU("change somebody who may do more than oneself", true),
        GROUP_ABOVE_YOU("change a group that permits more than one may oneself", true),
        ROLE_ABOVE_YOU("give or take a role that permits more than one may oneself", true),
        PERMISSION_ABOVE_YOU("put a permission into a role that one does not hold", true),
        ADMIN_ROLE_IS_FIXED("change what admins may do", true),
        BUILT_IN("rename or delete a role that comes with the portal", true),
        ROLE_IN_USE("delete a role that is held or granted", false),
        TOO_DEEP("nest groups more than once", false),
        NO_PASSWORD_HERE("give a password to somebody who signs in elsewhere", false),
        CHANGED_MEANWHILE("overwrite what somebody else has changed meanwhile", false),
        GONE("change what is not there any more", false),
        USERNAME_INVALID("use this username", false),
        NAME_INVALID("use this name", false),
        TEXT_INVALID("use this text", false),
        EMAIL_INVALID("use this e-mail address", false),
        NAME_TAKEN("use a name that is taken", false);

        private final String what;
        private final boolean forWantOfRights;

        Reason(String what, boolean forWantOfRights) {
            this.what = what;
            this.forWantOfRights = forWantOfRights;
        }

        boolean isForWantOfRights() {
            return forWantOfRights;
        }
    }
}
