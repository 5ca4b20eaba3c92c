package io.opslore.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.audit.AuditRecord.Outcome;
import io.opslore.identity.ChangeRefused.Reason;
import java.util.EnumSet;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EscalationTests extends IdentityRoomTest {

    private Asker office;
    private Asker editor;

    @BeforeEach
    void somebodyWhoManagesPeopleAndSomebodyWhoManagesRoles() {
        office =
                somebodyWho(
                        Permission.USER_MANAGE,
                        Permission.DOCUMENT_READ,
                        Permission.QUESTION_ASK,
                        Permission.CONVERSATION_SHARE);
        editor = somebodyWho(Permission.ROLE_MANAGE, Permission.DOCUMENT_READ);
    }

    @Test
    void whoManagesPeopleGivesWhatTheyMayDoThemselves() {
        Asker newcomer = somebody();

        assertThat(assignments.give(Role.READER, Set.of(newcomer.id()), office).changed())
                .hasSize(1);
        assertThat(rolesOf(newcomer)).containsExactly(Role.READER);
    }

    @Test
    void nobodyGivesARoleThatPermitsMoreThanTheirOwn() {
        assertThat(reasons(assignments.give(Role.ADMIN, Set.of(office.id()), office)))
                .containsExactly(Reason.ROLE_ABOVE_YOU);
        assertThat(reasons(assignments.give(Role.CONTRIBUTOR, Set.of(somebody().id()), office)))
                .containsExactly(Reason.ROLE_ABOVE_YOU);
        assertThat(rolesOf(office)).doesNotContain(Role.ADMIN);
        assertThat(recorded(Outcome.REFUSED)).containsExactly("account.role-give");
    }

    @Test
    void nobodyMakesAnAccountThatMayDoMore() {
        GroupId mighty = group("Mighty");
        groups.give(Role.ADMIN, mighty, admin);

        assertRefused(
                Reason.ROLE_ABOVE_YOU,
                () -> people.create(wanted("straw-man", Set.of(Role.ADMIN), Set.of()), office));
        assertRefused(
                Reason.GROUP_ABOVE_YOU,
                () -> people.create(wanted("straw-man", Set.of(), Set.of(mighty)), office));
        assertThat(people.count(new PeopleFilter("straw-man", null, null, null), admin)).isZero();
    }

    @Test
    void nobodyTouchesTheAccountOfSomebodyWhoMayDoMore() {
        Asker second = somebody(Role.ADMIN);

        assertThat(reasons(admission.disable(Set.of(second.id()), office)))
                .containsExactly(Reason.PERSON_ABOVE_YOU);
        assertThat(reasons(assignments.take(Role.ADMIN, Set.of(second.id()), office)))
                .containsExactly(Reason.PERSON_ABOVE_YOU);
        assertRefused(Reason.PERSON_ABOVE_YOU, () -> admission.newPassword(second.id(), office));
        assertRefused(Reason.PERSON_ABOVE_YOU, () -> admission.unlock(second.id(), office));
        assertRefused(
                Reason.PERSON_ABOVE_YOU,
                () ->
                        people.edit(
                                second.id(), Profile.NONE, new Profile("Me", "me@x.org"), office));
    }

    @Test
    void aDisabledAdminStillStandsAboveThoseWhoManagePeople() {
        Asker second = somebody(Role.ADMIN);
        admission.disable(Set.of(second.id()), admin);

        assertRefused(Reason.PERSON_ABOVE_YOU, () -> admission.newPassword(second.id(), office));
        assertThat(reasons(admission.enable(Set.of(second.id()), office)))
                .containsExactly(Reason.PERSON_ABOVE_YOU);
    }

    @Test
    void anAdminByANestedGroupStandsAboveAsWell() {
        Asker second = somebody();
        GroupId outer = group("Operations");
        GroupId inner = group("On call");
        groups.give(Role.ADMIN, outer, admin);
        groups.nest(inner, outer, admin);
        assignments.join(inner, Set.of(second.id()), admin);

        assertRefused(Reason.PERSON_ABOVE_YOU, () -> admission.newPassword(second.id(), office));
    }

    @Test
    void noGroupIsAWayAroundIt() {
        GroupId outer = group("Operations");
        GroupId inner = group("On call");
        GroupId own = groups.create(new GroupText("Own", ""), office);
        assignments.join(own, Set.of(office.id()), office);
        groups.give(Role.ADMIN, outer, admin);
        groups.nest(inner, outer, admin);

        assertThat(reasons(assignments.join(outer, Set.of(office.id()), office)))
                .containsExactly(Reason.GROUP_ABOVE_YOU);
        assertThat(reasons(assignments.join(inner, Set.of(office.id()), office)))
                .as("its outer group counts")
                .containsExactly(Reason.GROUP_ABOVE_YOU);
        assertRefused(Reason.GROUP_ABOVE_YOU, () -> groups.nest(own, outer, office));
        assertRefused(Reason.ROLE_ABOVE_YOU, () -> groups.give(Role.ADMIN, own, office));
        assertRefused(Reason.GROUP_ABOVE_YOU, () -> groups.take(Role.ADMIN, outer, office));
        assertRefused(Reason.GROUP_ABOVE_YOU, () -> groups.delete(inner, office));
        assertThat(rolesOf(office)).doesNotContain(Role.ADMIN);
    }

    @Test
    void nobodyPermitsWhatTheyMayNotDoThemselves() {
        Role own = authority.of(editor).roles().iterator().next();

        assertRefused(
                Reason.PERMISSION_ABOVE_YOU,
                () ->
                        roles.permit(
                                own,
                                Set.of(Permission.ROLE_MANAGE, Permission.DOCUMENT_READ),
                                Set.of(
                                        Permission.ROLE_MANAGE,
                                        Permission.DOCUMENT_READ,
                                        Permission.USER_MANAGE),
                                editor));
        assertThat(authority.may(Permission.USER_MANAGE, editor)).isFalse();
        assertThat(recorded(Outcome.REFUSED)).containsExactly("role.permit");
    }

    @Test
    void whatARoleWasSetBackToMustBeHeldAsWell() {
        roles.permit(
                Role.AUDITOR,
                EnumSet.of(Permission.AUDIT_READ, Permission.USAGE_READ),
                Set.of(),
                editor);
        try {
            assertRefused(Reason.PERMISSION_ABOVE_YOU, () -> roles.reset(Role.AUDITOR, editor));
        } finally {
            roles.reset(Role.AUDITOR, admin);
        }
    }

    @Test
    void whatIsHeldInOneRoleIsNotHeldInEverySpace() {
        Asker both =
                somebody(
                        role(Permission.USER_MANAGE, Permission.ROLE_MANAGE, Permission.SPACE_ALL),
                        role(Permission.DOCUMENT_READ));
        Role everywhere = role(Permission.SPACE_ALL, Permission.DOCUMENT_READ);
        Role reading = role(Permission.DOCUMENT_READ);

        assertThat(reasons(assignments.give(everywhere, Set.of(both.id()), both)))
                .containsExactly(Reason.ROLE_ABOVE_YOU);
        assertRefused(
                Reason.PERMISSION_ABOVE_YOU,
                () ->
                        roles.permit(
                                reading,
                                Set.of(Permission.DOCUMENT_READ),
                                Set.of(Permission.DOCUMENT_READ, Permission.SPACE_ALL),
                                both));
        assertThat(assignments.give(reading, Set.of(both.id()), both).changed()).hasSize(1);
    }

    @Test
    void aNarrowTokenOfAnAdminGivesNoMoreThanItCarries() {
        var token =
                new Asker(
                        admin.id(),
                        admin.username(),
                        new Reach("token robot", Set.of(Permission.USER_MANAGE)));

        assertThat(reasons(assignments.give(Role.ADMIN, Set.of(somebody().id()), token)))
                .containsExactly(Reason.ROLE_ABOVE_YOU);
    }

    @Test
    void whoLostTheRightWhileWaitingIsRefused() {
        assignments.take(
                authority.of(office).roles().iterator().next(), Set.of(office.id()), admin);

        assertThatThrownBy(() -> people.count(PeopleFilter.ALL, office))
                .isInstanceOf(NotAllowed.class);
    }

    private static NewPerson wanted(String name, Set<Role> roles, Set<GroupId> groups) {
        return new NewPerson(name, Profile.NONE, roles, groups);
    }

    private static Set<Reason> reasons(Bulk bulk) {
        assertThat(bulk.changed()).isEmpty();
        return EnumSet.copyOf(bulk.refused().stream().map(it -> it.why().reason()).toList());
    }

    private static void assertRefused(Reason reason, ThrowingCallable change) {
        assertThatThrownBy(change)
                .isInstanceOfSatisfying(
                        ChangeRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
