package io.opslore.leaks;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who may see what, worked out from plain sets and in plain words: knows nothing of the portal's
 * own rule, so that the two can be held against each other.
 */
final class Oracle {

    /**
     * That a space gives a role to somebody, named {@code ACCOUNT:…}, {@code GROUP:…} and so on.
     */
    record Grant(String to, String role) {}

    final Map<String, Set<String>> permitted = new HashMap<>();
    final Map<UUID, Set<String>> rolesOf = new HashMap<>();
    final Set<UUID> disabled = new HashSet<>();
    final Map<UUID, Set<UUID>> groupsOf = new HashMap<>();
    final Map<UUID, Set<UUID>> outerOf = new HashMap<>();
    final Map<UUID, Set<String>> rolesOfGroup = new HashMap<>();
    final Map<UUID, List<Grant>> grants = new HashMap<>();
    final Map<UUID, UUID> spaceOf = new HashMap<>();
    final Map<UUID, Set<String>> narrowed = new HashMap<>();
    final Set<UUID> binned = new HashSet<>();

    boolean sees(UUID person, UUID document) {
        return sees(person, document, binned.contains(document));
    }

    private boolean sees(UUID person, UUID document, boolean inBin) {
        UUID space = spaceOf.get(document);
        if (!may(person, space, "document:read")) {
            return false;
        }
        if (inBin && !may(person, space, "document:write")) {
            return false;
        }
        Set<String> only = narrowed.get(document);
        return only == null
                || may(person, space, "space:manage")
                || only.stream().anyMatch(names(person)::contains);
    }

    /** As far as an index knows: that a document is in the bin, only PostgreSQL does. */
    Set<UUID> covered(UUID person) {
        return spaceOf.keySet().stream()
                .filter(document -> sees(person, document, false))
                .collect(Collectors.toSet());
    }

    /** Everything in a space hangs on being able to read it. */
    boolean may(UUID person, UUID space, String permission) {
        Set<String> all = permissions(person, space);
        return all.contains("document:read") && all.contains(permission);
    }

    boolean mayEverywhere(UUID person, String permission) {
        return roles(person).stream().anyMatch(role -> permitted(role).contains(permission));
    }

    Set<UUID> seen(UUID person, Collection<UUID> documents) {
        return documents.stream()
                .filter(document -> sees(person, document))
                .collect(Collectors.toSet());
    }

    /** What a search, a list or an answer may show: nothing out of the bin. */
    Set<UUID> found(UUID person) {
        return seen(
                person,
                spaceOf.keySet().stream().filter(document -> !binned.contains(document)).toList());
    }

    Set<UUID> of(UUID space) {
        return spaceOf.keySet().stream()
                .filter(document -> spaceOf.get(document).equals(space))
                .collect(Collectors.toSet());
    }

    private Set<String> permissions(UUID person, UUID space) {
        Set<String> all = new HashSet<>();
        roles(person).stream()
                .filter(role -> permitted(role).contains("space:all"))
                .forEach(role -> all.addAll(permitted(role)));
        Set<String> names = names(person);
        grants.getOrDefault(space, List.of()).stream()
                .filter(grant -> names.contains(grant.to()))
                .forEach(grant -> all.addAll(permitted(grant.role())));
        return all;
    }

    private Set<String> permitted(String role) {
        return permitted.getOrDefault(role, Set.of());
    }

    /** All that a grant can call this person. */
    private Set<String> names(UUID person) {
        if (disabled.contains(person)) {
            return Set.of();
        }
        Set<String> names = new HashSet<>();
        names.add("ACCOUNT:" + person);
        groups(person).forEach(group -> names.add("GROUP:" + group));
        roles(person).forEach(role -> names.add("ROLE:" + role));
        return names;
    }

    private Set<UUID> groups(UUID person) {
        Set<UUID> all = new HashSet<>(groupsOf.getOrDefault(person, Set.of()));
        groupsOf.getOrDefault(person, Set.of())
                .forEach(inner -> all.addAll(outerOf.getOrDefault(inner, Set.of())));
        return all;
    }

    private Set<String> roles(UUID person) {
        if (disabled.contains(person)) {
            return Set.of();
        }
        Set<String> all = new HashSet<>(rolesOf.getOrDefault(person, Set.of()));
        groups(person).forEach(group -> all.addAll(rolesOfGroup.getOrDefault(group, Set.of())));
        return all;
    }
}
