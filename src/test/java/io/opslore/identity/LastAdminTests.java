package io.opslore.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.audit.AuditRecord.Outcome;
import io.opslore.identity.ChangeRefused.Reason;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class LastAdminTests extends IdentityRoomTest {

    @Test
    void theLastAdminCanNotBeDisabledNotEvenByThemselves() {
        Bulk bulk = admission.disable(Set.of(admin.id()), admin);

        assertRefused(bulk);
        assertThat(rolesOf(admin)).contains(Role.ADMIN);
        assertThat(recorded(Outcome.REFUSED)).containsExactly("account.disable");
        assertThat(recorded(Outcome.DONE)).isEmpty();
    }

    @Test
    void theLastAdminCanNotLoseTheRole() {
        assertRefused(assignments.take(Role.ADMIN, Set.of(admin.id()), admin));

        assertThat(rolesOf(admin)).contains(Role.ADMIN);
    }

    @Test
    void anAdminWhoIsDisabledOrCannotSignInIsNoneToRelyOn() {
        Asker disabled = somebody(Role.ADMIN);
        admission.disable(Set.of(disabled.id()), admin);
        Asker neverHere = somebody(Role.ADMIN);
        jdbc.update("update account set password_hash = null where id = ?", neverHere.id().value());

        assertRefused(admission.disable(Set.of(admin.id()), admin));
    }

    @Test
    void withASecondAdminTheFirstMayGo() {
        Asker second = somebody(Role.ADMIN);

        assertThat(admission.disable(Set.of(admin.id()), second).changed())
                .containsExactly(admin.id());
        assertRefused(assignments.take(Role.ADMIN, Set.of(second.id()), second));
    }

    @Test
    void ofAllAdminsDisabledAtOnceOneStays() {
        List<AccountId> all =
                List.of(somebody(Role.ADMIN).id(), somebody(Role.ADMIN).id(), admin.id());

        Bulk bulk = admission.disable(all, admin);

        assertThat(bulk.changed()).hasSize(2);
        assertRefused(bulk);
    }

    @Test
    void theLastAdminByAGroupCanNotLeaveIt() {
        GroupId group = adminsOnlyByGroup();

        assertRefused(assignments.leave(group, Set.of(admin.id()), admin));
    }

    @Test
    void theGroupOfTheLastAdminCanBeNeitherDeletedNorLoseItsRole() {
        GroupId group = adminsOnlyByGroup();

        assertLastAdmin(() -> groups.delete(group, admin));
        assertLastAdmin(() -> groups.take(Role.ADMIN, group, admin));
        assertThat(record.deleted()).as("told before it was refused, and rolled back").hasSize(1);
        assertThat(groups.group(group, admin).roles()).hasSize(1);
    }

    @Test
    void aNestedGroupOfTheLastAdminCanBeNeitherTakenOutNorDeleted() {
        GroupId outer = group("Operations");
        GroupId inner = group("On call");
        groups.give(Role.ADMIN, outer, admin);
        groups.nest(inner, outer, admin);
        assignments.join(inner, Set.of(admin.id()), admin);
        assignments.take(Role.ADMIN, Set.of(admin.id()), admin);

        assertLastAdmin(() -> groups.unnest(inner, outer, admin));
        assertLastAdmin(() -> groups.delete(inner, admin));
        assertLastAdmin(() -> groups.delete(outer, admin));
        assertThat(rolesOf(admin)).contains(Role.ADMIN);
    }

    @Test
    void theRoleOfAdminsCanNotBeEmptied() {
        assertThatThrownBy(() ->
                        roles.permit(
                                Role.ADMIN,
                                Set.of(Permission.values()),
                                Set.of(Permission.QUESTION_ASK),
                                admin))
                .isInstanceOfSatisfying(
                        ChangeRefused.class,
                        refused ->
                                assertThat(refused.reason()).isEqualTo(Reason.ADMIN_ROLE_IS_FIXED));
    }

    @Test
    void ofTwoAdminsWhoRemoveEachOtherAtTheSameMomentOneStays() throws Exception {
        for (int round = 0; round < 20; round++) {
            Asker first = somebody(Role.ADMIN);
            Asker second = somebody(Role.ADMIN);
            jdbc.update("delete from account where id = ?", admin.id().value());
            admin = first;

            atOnce(
                    () -> assignments.take(Role.ADMIN, Set.of(second.id()), first),
                    () -> admission.disable(Set.of(first.id()), second));

            assertThat(rolesOf(first).contains(Role.ADMIN) ^ rolesOf(second).contains(Role.ADMIN))
                    .as("round " + round)
                    .isTrue();
            jdbc.update("delete from account");
        }
    }

    @Test
    void ofTwoAdminsWhoGiveUpAtTheSameMomentOneStays() throws Exception {
        for (int round = 0; round < 20; round++) {
            jdbc.update("delete from account");
            Asker first = somebody(Role.ADMIN);
            Asker second = somebody(Role.ADMIN);

            atOnce(
                    () -> assignments.take(Role.ADMIN, Set.of(first.id()), first),
                    () -> admission.disable(Set.of(second.id()), second));

            assertThat(rolesOf(first).contains(Role.ADMIN) ^ rolesOf(second).contains(Role.ADMIN))
                    .as("round " + round)
                    .isTrue();
        }
    }

    private GroupId adminsOnlyByGroup() {
        GroupId group = group("Admins");
        groups.give(Role.ADMIN, group, admin);
        assignments.join(group, Set.of(admin.id()), admin);
        assertThat(assignments.take(Role.ADMIN, Set.of(admin.id()), admin).changed()).hasSize(1);
        record.forget();
        return group;
    }

    /** What is refused at the door is no error here: the other was faster. */
    private static void atOnce(Callable<?> one, Callable<?> other) throws Exception {
        var together = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<?>> both =
                    List.of(
                            threads.submit(() -> after(together, one)),
                            threads.submit(() -> after(together, other)));
            for (Future<?> each : both) {
                each.get();
            }
        }
    }

    private static Object after(CyclicBarrier together, Callable<?> change) throws Exception {
        together.await();
        try {
            return change.call();
        } catch (NotAllowed tooLate) {
            return tooLate;
        }
    }

    private static void assertRefused(Bulk bulk) {
        assertThat(bulk.refused())
                .extracting(refusal -> refusal.why().reason())
                .containsExactly(Reason.LAST_ADMIN);
    }

    private static void assertLastAdmin(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable change) {
        assertThatThrownBy(change)
                .isInstanceOfSatisfying(
                        ChangeRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.LAST_ADMIN));
    }
}
