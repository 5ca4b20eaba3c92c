package io.opslore.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.identity.ChangeRefused.Reason;
import java.util.EnumSet;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RolesTests extends IdentityRoomTest {

    @AfterEach
    void rolesAsTheyWere() {
        Role.BUILT_IN.stream()
                .filter(role -> !role.equals(Role.ADMIN))
                .forEach(role -> roles.reset(role, admin));
    }

    @Test
    void theBuiltInRolesComeWithWhatTheyAreSetBackTo() {
        assertThat(roles.all(admin))
                .filteredOn(role -> role.called().builtIn())
                .hasSize(5)
                .allMatch(RoleInfo::standard);
    }

    @Test
    void aRoleOfTheTeamsOwnPermitsWhatItIsToldFromThatMomentOn() {
        Role role = roles.create(new RoleText("On call", "Nights"), admin);
        Asker somebody = somebody(role);
        assertThat(authority.may(Permission.STORE_VERIFY, somebody)).isFalse();

        roles.permit(role, Set.of(), Set.of(Permission.STORE_VERIFY), admin);

        assertThat(role.key()).isEqualTo("on-call");
        assertThat(authority.may(Permission.STORE_VERIFY, somebody)).isTrue();
    }

    @Test
    void keysAreMadeOfNamesInAnyLanguageAndNeverTwice() {
        assertThat(roles.create(new RoleText("Дежурные", ""), admin).key()).isEqualTo("role");
        assertThat(roles.create(new RoleText("Сменные", ""), admin).key()).isEqualTo("role-2");
        assertRefused(Reason.NAME_TAKEN, () -> roles.create(new RoleText("ДЕЖУРНЫЕ", ""), admin));
        assertRefused(Reason.NAME_TAKEN, () -> roles.create(new RoleText("admin", ""), admin));
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotOverwritten() {
        roles.permit(
                Role.AUDITOR,
                EnumSet.of(Permission.AUDIT_READ, Permission.USAGE_READ),
                Set.of(Permission.AUDIT_READ),
                admin);

        assertRefused(
                Reason.CHANGED_MEANWHILE,
                () ->
                        roles.permit(
                                Role.AUDITOR,
                                EnumSet.of(Permission.AUDIT_READ, Permission.USAGE_READ),
                                Set.of(),
                                admin));
    }

    @Test
    void aBuiltInRoleIsChangedAndSetBackButNeitherRenamedNorDeleted() {
        roles.permit(
                Role.AUDITOR,
                EnumSet.of(Permission.AUDIT_READ, Permission.USAGE_READ),
                Set.of(),
                admin);
        assertThat(roles.reset(Role.AUDITOR, admin)).isTrue();
        assertThat(authority.of(somebody(Role.AUDITOR)).everywhere())
                .containsExactlyInAnyOrder(Permission.AUDIT_READ, Permission.USAGE_READ);

        assertRefused(Reason.BUILT_IN, () -> roles.delete(Role.AUDITOR, admin));
        assertRefused(
                Reason.BUILT_IN,
                () ->
                        roles.describe(
                                Role.AUDITOR,
                                new RoleText("Auditor", ""),
                                new RoleText("Spy", ""),
                                admin));
    }

    @Test
    void aRoleInUseIsNotDeletedAndItSaysByHowMany() {
        Role role = roles.create(new RoleText("On call", ""), admin);
        Asker somebody = somebody(role);
        GroupId group = group("Platform");
        groups.give(role, group, admin);

        assertThatThrownBy(() -> roles.delete(role, admin))
                .isInstanceOfSatisfying(
                        ChangeRefused.class,
                        refused -> {
                            assertThat(refused.reason()).isEqualTo(Reason.ROLE_IN_USE);
                            assertThat(refused.facts()).containsExactly(1, 1, 0);
                        });
        assignments.take(role, Set.of(somebody.id()), admin);
        groups.take(role, group, admin);
        roles.delete(role, admin);

        assertThat(record.deleted()).containsExactly(role);
        assertThat(roles.all(admin)).extracting(RoleInfo::role).doesNotContain(role);
    }

    @Test
    void onlyThoseWhoManageRolesChangeThemAndThoseWhoManagePeopleSeeThem() {
        Asker office = somebodyWho(Permission.USER_MANAGE);

        assertThat(roles.all(office)).isNotEmpty();
        assertThatThrownBy(() -> roles.create(new RoleText("Mine", ""), office))
                .isInstanceOf(NotAllowed.class);
    }

    private static void assertRefused(Reason reason, ThrowingCallable change) {
        assertThatThrownBy(change)
                .isInstanceOfSatisfying(
                        ChangeRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
