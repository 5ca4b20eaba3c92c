package io.opslore.identity;

import java.util.UUID;

/** To whom something is granted: one person, the members of a group, or the holders of a role. */
public sealed interface Grantee {

    /** How it is stored: the name of the kind. */
    String kind();

    /** How it is stored: which one of its kind. */
    String key();

    /** One account. */
    record Person(AccountId account) implements Grantee {

        @Override
        public String kind() {
            return "ACCOUNT";
        }

        @Override
        public String key() {
            return account.value().toString();
        }
    }

    /** Everybody in the group or in a group nested in it. */
    record Members(GroupId group) implements Grantee {

        @Override
        public String kind() {
            return "GROUP";
        }

        @Override
        public String key() {
            return group.value().toString();
        }
    }

    /** Everybody who holds the role, directly or by a group. */
    record Holders(Role role) implements Grantee {

        @Override
        public String kind() {
            return "ROLE";
        }

        @Override
        public String key() {
            return role.key();
        }
    }

    /** As it was stored. */
    static Grantee of(String kind, String key) {
        return switch (kind) {
            case "ACCOUNT" -> new Person(new AccountId(UUID.fromString(key)));
            case "GROUP" -> new Members(new GroupId(UUID.fromString(key)));
            case "ROLE" -> new Holders(new Role(key));
            default -> throw new IllegalArgumentException("No such kind of grantee: " + kind);
        };
    }
}
