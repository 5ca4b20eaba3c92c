package io.opslore.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.identity.ChangeRefused.Reason;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class GroupsTests extends IdentityRoomTest {

    @Test
    void whatAGroupIsGivenEverybodyInItHasAndNobodyElse() {
        GroupId group = group("Platform");
        Asker inside = somebody();
        Asker outside = somebody();
        assignments.join(group, Set.of(inside.id()), admin);

        groups.give(Role.READER, group, admin);

        assertThat(rolesOf(inside)).containsExactly(Role.READER);
        assertThat(rolesOf(outside)).isEmpty();
        assignments.leave(group, Set.of(inside.id()), admin);
        assertThat(rolesOf(inside)).isEmpty();
    }

    @Test
    void groupsAreNestedOnceAndNeverInACircle() {
        GroupId outer = group("Outer");
        GroupId inner = group("Inner");
        GroupId third = group("Third");
        groups.nest(inner, outer, admin);

        assertRefused(Reason.TOO_DEEP, () -> groups.nest(third, inner, admin));
        assertRefused(Reason.TOO_DEEP, () -> groups.nest(outer, third, admin));
        assertRefused(Reason.TOO_DEEP, () -> groups.nest(outer, inner, admin));
        assertRefused(Reason.TOO_DEEP, () -> groups.nest(outer, outer, admin));
        assertThat(groups.nest(third, outer, admin)).isTrue();
        assertThat(groups.group(outer, admin).inner())
                .extracting(GroupName::name)
                .containsExactly("Inner", "Third");
        assertThat(groups.group(inner, admin).outer())
                .extracting(GroupName::name)
                .containsExactly("Outer");
    }

    @Test
    void aGroupsNameIsTakenWhateverItsCase() {
        GroupId group = group("Platform");

        assertRefused(Reason.NAME_TAKEN, () -> group("PLATFORM"));
        assertThat(
                        groups.describe(
                                group,
                                new GroupText("Platform", ""),
                                new GroupText("platform", "us"),
                                admin))
                .isTrue();
        assertRefused(
                Reason.CHANGED_MEANWHILE,
                () ->
                        groups.describe(
                                group,
                                new GroupText("Platform", ""),
                                new GroupText("Others", ""),
                                admin));
    }

    @Test
    void aDeletedGroupTakesBackWhatItGaveAndTheOtherRoomsAreTold() {
        GroupId group = group("Platform");
        Asker inside = somebody();
        assignments.join(group, Set.of(inside.id()), admin);
        groups.give(Role.READER, group, admin);

        groups.delete(group, admin);

        assertThat(rolesOf(inside)).isEmpty();
        assertThat(record.deleted()).containsExactly(group);
        assertRefused(Reason.GONE, () -> groups.group(group, admin));
    }

    @Test
    void listsAPageByNameAndFindsByText() {
        List.of("b", "C", "a").forEach(this::group);
        groups.create(new GroupText("d", "For the night"), admin);

        assertThat(groups.page("", 1, 2, admin)).extracting(Group::name).containsExactly("b", "C");
        assertThat(groups.page("NIGHT", 0, 9, admin)).extracting(Group::name).containsExactly("d");
        assertThat(groups.count("", admin)).isEqualTo(4);
    }

    private static void assertRefused(Reason reason, ThrowingCallable change) {
        assertThatThrownBy(change)
                .isInstanceOfSatisfying(
                        ChangeRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
