package io.opslore.library;

import io.opslore.identity.Asker;
import io.opslore.identity.Authority;
import io.opslore.identity.NotAllowed;
import io.opslore.identity.Permission;
import io.opslore.identity.Rights;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one place that decides what a person may read or change. Default deny: a space that grants
 * them nothing does not exist for them. Nothing is remembered between calls, so that what is
 * revoked is gone at once. For every room; thread-safe.
 */
@Service
@Transactional(readOnly = true)
public class Grants {

    private final AccessRecords records;
    private final Authority authority;

    Grants(AccessRecords records, Authority authority) {
        this.records = records;
        this.authority = authority;
    }

    /** All that the asker may read right now. */
    public ReadScope readable(Asker asker) {
        Rights rights = authority.of(asker);
        Map<SpaceId, Set<Permission>> spaces = new HashMap<>();
        records.grants()
                .forEach((space, grants) -> {
                    Set<Permission> permissions = AccessRule.permissions(rights, grants);
                    if (!permissions.isEmpty()) {
                        spaces.put(space, permissions);
                    }
                });
        return scope(rights, spaces);
    }

    /** What the asker may do in the space; nothing where they may not read it. */
    public Set<Permission> permissions(SpaceId space, Asker asker) {
        return AccessRule.permissions(authority.of(asker), records.grants(space).orElse(List.of()));
    }

    /** Whether the asker may do this in the space. */
    public boolean may(Permission permission, SpaceId space, Asker asker) {
        return permissions(space, asker).contains(permission);
    }

    /** Whether the asker may add and change documents in the space. */
    public boolean mayWrite(SpaceId space, Asker asker) {
        return may(Permission.DOCUMENT_WRITE, space, asker);
    }

    /** Throws {@link NotFound} unless the asker may read the space. */
    public void requireRead(SpaceId space, Asker asker) {
        if (!may(Permission.DOCUMENT_READ, space, asker)) {
            throw new NotFound("Space");
        }
    }

    /**
     * Throws {@link NotFound} unless the space may be read, {@link NotAllowed} unless it may be
     * written to as well.
     */
    public void requireWrite(SpaceId space, Asker asker) {
        require(Permission.DOCUMENT_WRITE, space, asker);
    }

    /**
     * Throws {@link NotFound} unless the space may be read, {@link NotAllowed} unless this may be
     * done in it as well.
     */
    public void require(Permission permission, SpaceId space, Asker asker) {
        Set<Permission> permissions = permissions(space, asker);
        if (permissions.isEmpty()) {
            throw new NotFound("Space");
        }
        if (!permissions.contains(permission)) {
            throw new NotAllowed(permission.key() + " in this space");
        }
    }

    /** Whether the asker may read the document of that space. */
    public boolean mayRead(SpaceId space, DocumentId document, Asker asker) {
        Rights rights = authority.of(asker);
        Set<Permission> permissions =
                AccessRule.permissions(rights, records.grants(space).orElse(List.of()));
        return !permissions.isEmpty()
                && records.narrowed(document)
                        .map(narrowed -> AccessRule.passes(rights, permissions, narrowed))
                        .orElse(true);
    }

    private ReadScope scope(Rights rights, Map<SpaceId, Set<Permission>> spaces) {
        Collection<Narrowed> withheld =
                records.narrowed(spaces.keySet()).stream()
                        .filter(narrowed ->
                                !AccessRule.passes(
                                        rights,
                                        spaces.getOrDefault(narrowed.space(), Set.of()),
                                        narrowed))
                        .toList();
        return new ReadScope(
                spaces.keySet(),
                withheld.stream().map(Narrowed::document).collect(Collectors.toSet()),
                withheld.stream()
                        .flatMap(narrowed -> narrowed.revisions().stream())
                        .collect(Collectors.toSet()));
    }
}
