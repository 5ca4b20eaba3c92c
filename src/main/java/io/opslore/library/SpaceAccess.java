package io.opslore.library;

import io.opslore.identity.Asker;
import io.opslore.identity.Authority;
import io.opslore.identity.NotAllowed;
import io.opslore.identity.Permission;
import io.opslore.identity.Role;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may see a space, for those who manage it. Whoever holds a role that counts in every space
 * stays in whatever is granted here, so that no space can be locked for good. Thread-safe.
 */
@Service
@Transactional
public class SpaceAccess {

    private final AccessRecords records;
    private final AccessJournal journal;
    private final Grants grants;
    private final Authority authority;

    SpaceAccess(AccessRecords records, AccessJournal journal, Grants grants, Authority authority) {
        this.records = records;
        this.journal = journal;
        this.grants = grants;
        this.authority = authority;
    }

    /** For those who manage the space. */
    @Transactional(readOnly = true)
    public List<SpaceGrant> grants(SpaceId space, Asker asker) {
        grants.require(Permission.SPACE_MANAGE, space, asker);
        return records.grants(space).orElse(List.of());
    }

    /**
     * For those who manage the space: the roles that they may grant there, which are those that
     * permit to read and nothing there that the asker may not do themselves.
     */
    @Transactional(readOnly = true)
    public List<Role> grantable(SpaceId space, Asker asker) {
        grants.require(Permission.SPACE_MANAGE, space, asker);
        Set<Permission> own = grants.permissions(space, asker);
        return authority.of(asker.id()).permitted().entrySet().stream()
                .filter(role -> role.getValue().contains(Permission.DOCUMENT_READ))
                .filter(role -> own.containsAll(inSpace(role.getValue())))
                .map(role -> role.getKey())
                .sorted(Comparator.comparing(Role::key))
                .toList();
    }

    /**
     * For those who manage the space: makes these its only grants.
     *
     * @throws NotAllowed for a grant that was not there and is none of {@link #grantable}
     * @throws NotFound for somebody who does not exist
     */
    public void set(SpaceId space, List<SpaceGrant> wanted, Asker asker) {
        grants.require(Permission.SPACE_MANAGE, space, asker);
        records.lock(space);
        List<SpaceGrant> before = records.grants(space).orElse(List.of());
        Set<SpaceGrant> added = new HashSet<>(wanted);
        before.forEach(added::remove);
        requireGrantable(added, space, asker);
        journal.requireKnown(
                added.stream().map(SpaceGrant::grantee).collect(Collectors.toSet()), asker);
        if (!Set.copyOf(before).equals(Set.copyOf(wanted))) {
            records.replace(space, wanted);
            journal.granted(space, before, wanted, asker);
        }
    }

    private void requireGrantable(Set<SpaceGrant> added, SpaceId space, Asker asker) {
        if (!added.isEmpty()) {
            List<Role> allowed = grantable(space, asker);
            added.stream()
                    .map(SpaceGrant::role)
                    .filter(role -> !allowed.contains(role))
                    .findFirst()
                    .ifPresent(role -> {
                        throw new NotAllowed("grant the role " + role.key() + " in this space");
                    });
        }
    }

    private static Set<Permission> inSpace(Set<Permission> permissions) {
        return permissions.stream().filter(Permission::isInSpace).collect(Collectors.toSet());
    }
}
