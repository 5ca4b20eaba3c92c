package io.opslore.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.opslore.audit.AuditRecord;
import io.opslore.audit.AuditRecord.Outcome;
import io.opslore.identity.ChangeRefused.Reason;
import io.opslore.identity.PeopleOrder.Column;
import io.opslore.identity.Person.HeldGroup;
import io.opslore.identity.Person.HeldRole;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionOperations;

class PeopleTests extends IdentityRoomTest {

    @Autowired PasswordEncoder passwords;
    @Autowired TransactionOperations transactions;

    @Test
    void findsPeopleByAnyPartOfWhatTheyAreCalledWhateverTheCase() {
        AccountId vera = create("vera", "Vera Lind", "v.lind@example.org");
        create("ops_100", "Sure to 100%", "");

        for (String text : List.of("VERA", "lind", "V.LIND@", " vera ")) {
            assertThat(found(text)).as(text).containsExactly("vera");
        }
        assertThat(found("%")).containsExactly("ops_100");
        assertThat(people.person(vera, admin).row().name()).isEqualTo("Vera Lind");
    }

    @Test
    void filtersByRoleGroupAndStateInWhicheverWayTheyCameAboutTogether() {
        GroupId outer = group("Outer");
        GroupId inner = group("Inner");
        groups.give(Role.AUDITOR, outer, admin);
        groups.nest(inner, outer, admin);
        Asker nested = somebody();
        Asker direct = somebody(Role.AUDITOR);
        assignments.join(inner, Set.of(nested.id()), admin);
        admission.disable(Set.of(direct.id()), admin);

        assertThat(names(new PeopleFilter("", Role.AUDITOR, null, null)))
                .containsExactlyInAnyOrder(nested.username(), direct.username());
        assertThat(names(PeopleFilter.in(outer))).containsExactly(nested.username());
        assertThat(names(new PeopleFilter("", Role.AUDITOR, null, PersonState.DISABLED)))
                .containsExactly(direct.username());
        assertThat(names(new PeopleFilter("", Role.AUDITOR, outer, PersonState.DISABLED)))
                .isEmpty();
        assertThat(people.count(new PeopleFilter("", Role.AUDITOR, null, null), admin))
                .isEqualTo(2);
    }

    @Test
    void tellsEveryStateAndTheFirstOfThemCounts() {
        Asker active = somebody();
        jdbc.update("update account set must_change_password = false where id = ?", id(active));
        Asker waiting = somebody();
        Asker locked = somebody();
        jdbc.update(
                "update account set locked_until = ? where id = ?",
                Timestamp.from(clock.instant().plus(Duration.ofMinutes(1))),
                id(locked));
        Asker disabled = somebody();
        admission.disable(Set.of(disabled.id()), admin);

        assertThat(state(active)).isEqualTo(PersonState.ACTIVE);
        assertThat(state(waiting)).isEqualTo(PersonState.MUST_CHANGE_PASSWORD);
        assertThat(state(locked)).isEqualTo(PersonState.LOCKED);
        assertThat(state(disabled)).isEqualTo(PersonState.DISABLED);
    }

    @Test
    void aLockThatWasMadeBeforeTheClockWasSetBackIsOverInListsToo() {
        Asker somebody = somebody();
        jdbc.update(
                "update account set locked_until = ? where id = ?",
                Timestamp.from(clock.instant().plus(Duration.ofHours(1))),
                id(somebody));

        assertThat(state(somebody)).isEqualTo(PersonState.MUST_CHANGE_PASSWORD);
        assertThat(people.count(new PeopleFilter("", null, null, PersonState.LOCKED), admin))
                .isZero();
        assertThat(admission.unlock(somebody.id(), admin)).isFalse();
    }

    @Test
    void sortsByEveryColumnBothWaysAndAPageGoesOnWhereTheLastEnded() {
        create("b", "Anna", "");
        create("a", "Boris", "");
        create("c", "", "");
        jdbc.update("delete from account where id = ?", id(admin));
        admin = somebody(Role.ADMIN);

        assertThat(names(PeopleFilter.ALL)).startsWith("b", "a", "c");
        assertThat(page(new PeopleOrder(Column.USERNAME, false), 0, 2)).containsExactly("a", "b");
        assertThat(page(new PeopleOrder(Column.USERNAME, false), 2, 1)).containsExactly("c");
        for (Column column : Column.values()) {
            assertThat(page(new PeopleOrder(column, true), 0, 10)).as(column.name()).hasSize(4);
        }
    }

    @Test
    void showsWhereEveryRoleAndGroupComesFrom() {
        Asker somebody = somebody(Role.READER);
        GroupId outer = group("Outer");
        GroupId inner = group("Inner");
        groups.give(Role.AUDITOR, outer, admin);
        groups.give(Role.CONTRIBUTOR, inner, admin);
        groups.nest(inner, outer, admin);
        assignments.join(inner, Set.of(somebody.id()), admin);
        jdbc.update(
                "insert into account_role (account_id, role, given_by) values (?, 'reader', 'kc')",
                id(somebody));

        Person person = people.person(somebody.id(), admin);

        var throughInner = new Membership(inner, "Inner", null);
        assertThat(person.roles())
                .extracting(held -> held.role().role().key(), HeldRole::source)
                .containsExactlyInAnyOrder(
                        tuple("reader", new Source.ByHand()),
                        tuple("reader", new Source.ByProvider("kc")),
                        tuple("contributor", new Source.ByGroup(throughInner)),
                        tuple(
                                "auditor",
                                new Source.ByGroup(new Membership(outer, "Outer", throughInner))));
        assertThat(person.groups())
                .extracting(HeldGroup::name, HeldGroup::source)
                .containsExactly(
                        tuple("Inner", new Source.ByHand()),
                        tuple("Outer", new Source.ByGroup(throughInner)));
    }

    @Test
    void aNewAccountHasAOneTimePasswordThatStandsNowhere() {
        NewAccount created =
                people.create(
                        new NewPerson("newcomer", Profile.NONE, Set.of(Role.READER), Set.of()),
                        admin);

        String hash =
                jdbc.queryForObject(
                        "select password_hash from account where id = ?",
                        String.class,
                        created.id().value());
        assertThat(passwords.matches(created.oneTimePassword(), hash)).isTrue();
        assertThat(state(created.id())).isEqualTo(PersonState.MUST_CHANGE_PASSWORD);
        assertThat(authority.of(created.id()).roles()).containsExactly(Role.READER);
        assertThat(created.toString()).doesNotContain(created.oneTimePassword());
        assertThat(record.lines().toString())
                .contains("account.create")
                .doesNotContain(created.oneTimePassword())
                .doesNotContain(hash);
    }

    @Test
    void aUsernameIsTakenWhateverItsCase() {
        create("vera", "", "");

        assertRefused(Reason.NAME_TAKEN, () -> create("VERA", "", ""));
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotOverwritten() {
        AccountId vera = create("vera", "Vera", "");
        people.edit(vera, new Profile("Vera", ""), new Profile("Vera Lind", ""), admin);

        assertRefused(
                Reason.CHANGED_MEANWHILE,
                () -> people.edit(vera, new Profile("Vera", ""), new Profile("V.", ""), admin));
        assertThat(people.person(vera, admin).row().name()).isEqualTo("Vera Lind");
    }

    @Test
    void everyChangeStandsOnTheRecordWithBeforeAndAfter() {
        AccountId vera = create("vera", "Vera", "");
        record.forget();

        assignments.give(Role.READER, Set.of(vera), admin);
        assignments.give(Role.READER, Set.of(vera), admin);
        people.edit(vera, new Profile("Vera", ""), new Profile("Vera", "v@x.org"), admin);
        admission.newPassword(vera, admin);

        assertThat(record.lines())
                .extracting(AuditRecord::action)
                .as("the second gift changed nothing")
                .containsExactly("account.role-give", "account.edit", "account.password-reset");
        AuditRecord given = record.lines().getFirst();
        assertThat(given.subject().name()).isEqualTo("vera");
        assertThat(given.actor().name()).isEqualTo(admin.username());
        assertThat(given.details())
                .isEqualTo(
                        Map.of(
                                "before", Map.of("roles", List.of()),
                                "after", Map.of("roles", List.of("reader"))));
    }

    @Test
    void whatAProviderGaveIsNotTakenByHand() {
        Asker somebody = somebody();
        jdbc.update(
                "insert into account_role (account_id, role, given_by) values (?, 'reader', 'kc')",
                id(somebody));

        Bulk bulk = assignments.take(Role.READER, Set.of(somebody.id()), admin);

        assertThat(bulk.changed()).isEmpty();
        assertThat(rolesOf(somebody)).containsExactly(Role.READER);
    }

    @Test
    void ofManyEachIsChangedOrRefusedAlone() {
        Asker office = somebodyWho(Permission.USER_MANAGE);
        Asker plain = somebody();
        Asker mighty = somebody(Role.ADMIN);

        Bulk bulk =
                admission.disable(
                        List.of(mighty.id(), plain.id(), new AccountId(UUID.randomUUID())), office);

        assertThat(bulk.changed()).containsExactly(plain.id());
        assertThat(bulk.refused())
                .extracting(refusal -> refusal.why().reason())
                .containsExactly(Reason.PERSON_ABOVE_YOU, Reason.GONE);
        assertThat(recorded(Outcome.DONE)).containsExactly("account.disable");
    }

    @Test
    void aNewPasswordReplacesTheOldOneAndForgivesMistakes() {
        Asker somebody = somebody();
        jdbc.update(
                "update account set failed_attempts = 9, locked_until = ? where id = ?",
                Timestamp.from(clock.instant().plus(Duration.ofMinutes(1))),
                id(somebody));

        String password = admission.newPassword(somebody.id(), admin);

        assertThat(state(somebody)).isEqualTo(PersonState.MUST_CHANGE_PASSWORD);
        assertThat(passwords.matches(password, hashOf(somebody))).isTrue();
        jdbc.update("update account set password_hash = null where id = ?", id(somebody));
        assertRefused(Reason.NO_PASSWORD_HERE, () -> admission.newPassword(somebody.id(), admin));
    }

    @Test
    void unlockingLetsSomebodyTryAgainAtOnce() {
        Asker locked = somebody();
        jdbc.update(
                "update account set failed_attempts = 9, locked_until = ? where id = ?",
                Timestamp.from(clock.instant().plus(Duration.ofMinutes(1))),
                id(locked));

        assertThat(admission.unlock(locked.id(), admin)).isTrue();
        assertThat(admission.unlock(locked.id(), admin)).isFalse();
        assertThat(state(locked)).isEqualTo(PersonState.MUST_CHANGE_PASSWORD);
    }

    @Test
    void whoWasDisabledMeanwhileStaysDisabledWhenTheirOwnSettingsAreSaved() {
        Asker somebody = somebody();

        transactions.executeWithoutResult(begun -> {
            accounts.preferences(somebody);
            CompletableFuture.runAsync(() -> admission.disable(Set.of(somebody.id()), admin))
                    .join();
            accounts.setPreferences(new Preferences("ru", null), somebody);
        });

        assertThat(state(somebody)).isEqualTo(PersonState.DISABLED);
    }

    private AccountId create(String username, String displayName, String email) {
        return people.create(
                        new NewPerson(
                                username, new Profile(displayName, email), Set.of(), Set.of()),
                        admin)
                .id();
    }

    private List<String> found(String text) {
        return names(new PeopleFilter(text, null, null, null));
    }

    private List<String> names(PeopleFilter filter) {
        return people.page(filter, PeopleOrder.BY_NAME, 0, 50, admin).stream()
                .map(PersonRow::username)
                .toList();
    }

    private List<String> page(PeopleOrder order, int offset, int limit) {
        return people.page(PeopleFilter.ALL, order, offset, limit, admin).stream()
                .map(PersonRow::username)
                .toList();
    }

    private PersonState state(Asker somebody) {
        return state(somebody.id());
    }

    private PersonState state(AccountId account) {
        return people.person(account, admin).row().state();
    }

    private static UUID id(Asker somebody) {
        return somebody.id().value();
    }

    private static void assertRefused(Reason reason, ThrowingCallable change) {
        assertThatThrownBy(change)
                .isInstanceOfSatisfying(
                        ChangeRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private String hashOf(Asker somebody) {
        return jdbc.queryForObject(
                "select password_hash from account where id = ?", String.class, id(somebody));
    }
}
