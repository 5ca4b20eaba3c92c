package io.opslore.identity;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes keys for roles out of their names. */
final class RoleKeys {

    private static final int LONGEST = 36;

    private RoleKeys() {}

    /** The name's plain letters and digits, with a number behind it where that is taken. */
    static Role free(String name, Collection<RoleInfo> roles) {
        Set<Role> taken = roles.stream().map(RoleInfo::role).collect(Collectors.toSet());
        String stem = stem(name);
        return Stream.concat(
                        Stream.of(stem),
                        IntStream.iterate(2, it -> it + 1).mapToObj(it -> stem + "-" + it))
                .map(Role::new)
                .filter(role -> !taken.contains(role))
                .findFirst()
                .orElseThrow();
    }

    private static String stem(String name) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String cut = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
        return cut.isEmpty() ? "role" : cut;
    }
}
