package io.opslore.identity.ui;

import io.opslore.identity.GroupName;
import io.opslore.identity.RoleName;

/** What can be done with people, one or many. */
sealed interface Deed {

    record Disable() implements Deed {}

    record Enable() implements Deed {}

    record Give(RoleName role) implements Deed {}

    record Take(RoleName role) implements Deed {}

    record Join(GroupName group) implements Deed {}

    record Leave(GroupName group) implements Deed {}

    /** What undoes it, for those whom it changed. */
    default Deed opposite() {
        return switch (this) {
            case Disable() -> new Enable();
            case Enable() -> new Disable();
            case Give(RoleName role) -> new Take(role);
            case Take(RoleName role) -> new Give(role);
            case Join(GroupName group) -> new Leave(group);
            case Leave(GroupName group) -> new Join(group);
        };
    }

    /** Under which its texts stand. */
    default String key() {
        return switch (this) {
            case Disable() -> "disable";
            case Enable() -> "enable";
            case Give(RoleName role) -> "give";
            case Take(RoleName role) -> "take";
            case Join(GroupName group) -> "join";
            case Leave(GroupName group) -> "leave";
        };
    }

    /** The role or group that it is about; empty where there is none. */
    default String name() {
        return switch (this) {
            case Disable(), Enable() -> "";
            case Give(RoleName role) -> Wording.role(role);
            case Take(RoleName role) -> Wording.role(role);
            case Join(GroupName group) -> group.name();
            case Leave(GroupName group) -> group.name();
        };
    }
}
