package io.opslore.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.library.Grants;
import io.opslore.library.NotFound;
import io.opslore.library.Space;
import io.opslore.library.Spaces;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What is taken away is gone with the next question, for whoever is in the middle of their work.
 */
class RevocationTests extends PortalTest {

    @Autowired Accounts accounts;
    @Autowired Assignments assignments;
    @Autowired AccountAdmission admission;
    @Autowired Groups groups;
    @Autowired Roles roles;
    @Autowired Grants grants;
    @Autowired Spaces spaces;
    @Autowired JdbcTemplate jdbc;

    private Asker admin;
    private Asker reader;
    private Space space;

    @BeforeEach
    void aReaderAtWork() {
        admin = TestingAskers.with(accounts, Role.ADMIN);
        reader = TestingAskers.with(accounts, Role.READER);
        space = spaces.create("Space " + UUID.randomUUID(), "", admin);
        assertThat(grants.may(Permission.DOCUMENT_READ, space.id(), reader)).isTrue();
    }

    @Test
    void aRoleThatIsTakenClosesItsSpacesForTheSameAsker() {
        assignments.take(Role.READER, Set.of(reader.id()), admin);

        assertThat(grants.may(Permission.DOCUMENT_READ, space.id(), reader)).isFalse();
        assertThat(spaces.readable(reader)).isEmpty();
        assertThatThrownBy(() -> spaces.space(space.id(), reader)).isInstanceOf(NotFound.class);
    }

    @Test
    void aDisabledAccountReadsNothingAndAnEnabledOneReadsAgain() {
        admission.disable(Set.of(reader.id()), admin);
        assertThat(spaces.readable(reader)).isEmpty();

        admission.enable(Set.of(reader.id()), admin);
        assertThat(spaces.readable(reader)).extracting(Space::id).contains(space.id());
    }

    @Test
    void aDeletedGroupTakesItsGrantsAlong() {
        GroupId group = groups.create(new GroupText("Group " + UUID.randomUUID(), ""), admin);
        jdbc.update(
                "insert into space_access values (?, 'GROUP', ?, 'reader')",
                space.id().value(),
                group.value().toString());

        groups.delete(group, admin);

        assertThat(
                        jdbc.queryForList(
                                "select 1 from space_access where grantee = ?",
                                group.value().toString()))
                .isEmpty();
    }

    @Test
    void aRoleThatASpaceGrantsIsNotDeleted() {
        Role role = roles.create(new RoleText("Role " + UUID.randomUUID(), ""), admin);
        jdbc.update(
                "insert into space_access values (?, 'ACCOUNT', ?, ?)",
                space.id().value(),
                reader.id().value().toString(),
                role.key());

        assertThatThrownBy(() -> roles.delete(role, admin))
                .isInstanceOfSatisfying(
                        ChangeRefused.class,
                        refused -> assertThat(refused.facts()).containsExactly(0, 0, 1));
        jdbc.update("delete from space_access where role = ?", role.key());
        roles.delete(role, admin);
    }
}
