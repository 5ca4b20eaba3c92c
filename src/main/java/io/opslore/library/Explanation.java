package io.opslore.library;

import io.opslore.identity.AccountId;
import io.opslore.identity.Grantee;
import io.opslore.identity.Holding;
import io.opslore.identity.Membership;
import io.opslore.identity.Permission;
import java.util.List;
import java.util.Set;

/**
 * Why somebody can or cannot see a space or a document, as it stands at one moment.
 *
 * @param active whether the account is in use; one that is disabled or absent sees nothing
 * @param ways on which they come by permissions in the space
 * @param permissions what these come to; empty unless reading is among them
 * @param gate what stands between the space and the document
 * @param sees what it comes to
 */
public record Explanation(
        AccountId person,
        boolean active,
        List<Way> ways,
        Set<Permission> permissions,
        Gate gate,
        boolean sees) {

    public Explanation {
        ways = List.copyOf(ways);
        permissions = Set.copyOf(permissions);
    }

    /**
     * One way into the space.
     *
     * @param as how the person is the one to whom it is granted
     */
    public record Way(GrantPath path, Belonging as) {}

    /**
     * How a person is one of those whom a grant names.
     *
     * @param memberships where it names a group: how they are in it
     * @param holdings where it names a role: how they hold it
     */
    public record Belonging(Grantee grantee, List<Membership> memberships, List<Holding> holdings) {

        public Belonging {
            memberships = List.copyOf(memberships);
            holdings = List.copyOf(holdings);
        }
    }

    /** What a document adds to its space. */
    public sealed interface Gate {

        /** Nothing: whoever reads the space sees it; also of a space itself. */
        record Open() implements Gate {}

        /** It is narrowed; the person manages the space, and so sees all of it. */
        record Managed() implements Gate {}

        /** It is narrowed, and the person is one of those who may see it. */
        record Passed(List<Belonging> as) implements Gate {}

        /** It is narrowed to these, and the person is none of them. */
        record Closed(Set<Grantee> to) implements Gate {}

        /** It is in the bin, which only those who may write to the space look into. */
        record Binned() implements Gate {}
    }
}
