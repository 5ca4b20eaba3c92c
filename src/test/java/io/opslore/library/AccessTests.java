package io.opslore.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.audit.Auditable;
import io.opslore.identity.AccountId;
import io.opslore.identity.Asker;
import io.opslore.identity.Grantee;
import io.opslore.identity.GroupDeleted;
import io.opslore.identity.GroupId;
import io.opslore.identity.NotAllowed;
import io.opslore.identity.Permission;
import io.opslore.identity.Role;
import io.opslore.identity.RoleDeleted;
import io.opslore.identity.TestingAuthority;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@RecordApplicationEvents
class AccessTests extends LibraryRoomTest {

    private static final Grantee READERS = new Grantee.Holders(Role.READER);

    @Autowired SpaceAccess spaceAccess;
    @Autowired DocumentAccess documentAccess;
    @Autowired Explanations explanations;
    @Autowired ApplicationEventPublisher events;
    @Autowired ApplicationEvents published;
    @Autowired JdbcTemplate jdbc;

    private Asker curator;

    @BeforeEach
    void aCuratorOfTheSpace() {
        curator = person(Role.READER);
        spaceAccess.set(
                space,
                List.of(
                        new SpaceGrant(new Grantee.Person(curator.id()), Role.CURATOR),
                        new SpaceGrant(READERS, Role.READER)),
                admin);
    }

    @Test
    void whoManagesASpaceSaysWhoSeesItAndTheRecordHoldsWhatWasBefore() {
        spaceAccess.set(
                space,
                List.of(new SpaceGrant(new Grantee.Person(curator.id()), Role.CURATOR)),
                curator);

        assertThat(grants.permissions(space, reader)).isEmpty();
        assertThatThrownBy(() -> spaces.space(space, reader)).isInstanceOf(NotFound.class);
        var record = published.stream(Auditable.class).toList().getLast().audited();
        assertThat(record.action()).isEqualTo("space.grant");
        assertThat(record.details().get("before").toString()).contains("role Reader", "reader");
        assertThat(record.details().get("after").toString()).doesNotContain("role Reader");
    }

    @Test
    void nobodyElseSeesOrChangesTheGrants() {
        assertThatThrownBy(() -> spaceAccess.grants(space, reader)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> spaceAccess.set(space, List.of(), reader))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> spaceAccess.set(space, List.of(), nobody))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> spaceAccess.grantable(space, nobody)).isInstanceOf(NotFound.class);
    }

    @Test
    void nobodyGrantsMoreThanTheyHoldThere() {
        var mayManage = new Role("manager-" + UUID.randomUUID().toString().substring(0, 8));
        role(mayManage, Permission.DOCUMENT_READ, Permission.SPACE_MANAGE);
        Asker manager = person(Role.READER);
        spaceAccess.set(
                space, List.of(new SpaceGrant(new Grantee.Person(manager.id()), mayManage)), admin);

        assertThat(spaceAccess.grantable(space, manager))
                .contains(Role.READER, mayManage)
                .doesNotContain(Role.CONTRIBUTOR, Role.CURATOR, Role.ADMIN, Role.AUDITOR);
        assertThatThrownBy(() ->
                        spaceAccess.set(
                                space, List.of(new SpaceGrant(READERS, Role.CURATOR)), manager))
                .isInstanceOf(NotAllowed.class);
        assertThat(spaceAccess.grants(space, admin)).hasSize(1);
    }

    @Test
    void whoIsInEverySpaceStaysInWhateverIsGranted() {
        spaceAccess.set(space, List.of(), curator);

        assertThat(grants.may(Permission.SPACE_MANAGE, space, admin)).isTrue();
        assertThat(grants.permissions(space, curator)).isEmpty();
    }

    @Test
    void somebodyWhoDoesNotExistIsGrantedNothing() {
        var stranger = new Grantee.Person(new AccountId(UUID.randomUUID()));

        assertThatThrownBy(() ->
                        spaceAccess.set(
                                space, List.of(new SpaceGrant(stranger, Role.READER)), admin))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void manyDocumentsAreNarrowedAtOnceOrNone() throws IOException {
        DocumentId one = publish(space, "one.md", "one").document();
        DocumentId two = publish(space, "two.md", "two").document();
        var absent = new DocumentId(UUID.randomUUID());
        Set<Grantee> toCurator = Set.of(new Grantee.Person(curator.id()));

        assertThatThrownBy(() -> documentAccess.narrow(List.of(one, absent), toCurator, curator))
                .isInstanceOf(NotFound.class);
        assertThat(documents.find(one, reader)).isPresent();

        documentAccess.narrow(List.of(one, two), toCurator, curator);
        assertThat(documents.in(space, reader)).isEmpty();
        assertThat(documentAccess.narrowedIn(space, reader)).isEmpty();
        assertThat(documentAccess.narrowedIn(space, curator)).containsExactlyInAnyOrder(one, two);
        assertThat(documentAccess.narrowing(one, curator)).contains(toCurator);

        documentAccess.widen(List.of(one, two), curator);
        assertThat(documents.in(space, reader)).hasSize(2);
        assertThat(documentAccess.narrowing(one, curator)).isEmpty();
        assertThatThrownBy(() -> documentAccess.narrow(List.of(one), toCurator, contributor))
                .isInstanceOfAny(NotAllowed.class, NotFound.class);
    }

    @Test
    void aGroupOrRoleThatIsNoMoreOpensNothing() throws IOException {
        var group = new GroupId(UUID.randomUUID());
        jdbc.update(
                "insert into user_group (id, name, description, created_at) values (?, ?, '', now())",
                group.value(),
                "Group " + group.value());
        var members = new Grantee.Members(group);
        DocumentId document = publish(space, "one.md", "one").document();
        documentAccess.narrow(List.of(document), Set.of(members), admin);
        spaceAccess.set(
                space,
                List.of(new SpaceGrant(READERS, Role.READER), new SpaceGrant(members, Role.READER)),
                admin);

        events.publishEvent(new GroupDeleted(group, "Group"));
        assertThat(spaceAccess.grants(space, admin))
                .containsExactly(new SpaceGrant(READERS, Role.READER));
        assertThat(documentAccess.narrowing(document, admin)).contains(Set.of());
        assertThat(documents.find(document, reader)).isEmpty();

        events.publishEvent(new RoleDeleted(Role.READER));
        assertThat(spaceAccess.grants(space, admin)).isEmpty();
    }

    @Test
    void anExplanationIsForThoseWhoManageAndAboutOneselfForWhatOneSees() throws IOException {
        DocumentId document = publish(space, "one.md", "one").document();
        documentAccess.narrow(List.of(document), Set.of(), admin);

        Explanation why = explanations.why(document, reader.id(), curator);
        assertThat(why.sees()).isFalse();
        assertThat(why.ways()).hasSize(1);
        assertThat(why.gate()).isEqualTo(new Explanation.Gate.Closed(Set.of()));
        assertThat(explanations.why(document, curator.id(), curator).gate())
                .isEqualTo(new Explanation.Gate.Managed());
        assertThat(explanations.why(space, reader.id(), reader).sees()).isTrue();
        assertThatThrownBy(() -> explanations.why(document, reader.id(), reader))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> explanations.why(space, admin.id(), reader))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> explanations.why(space, nobody.id(), nobody))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void whatIsHiddenIsAnsweredInTheWordsForWhatDoesNotExist() throws IOException {
        Stored stored = publish(adminsOnly(), "secret.md", "secret");
        RevisionId none = new RevisionId(UUID.randomUUID());

        assertThat(refusal(() -> documents.text(stored.revision(), reader)))
                .isEqualTo(refusal(() -> documents.text(none, reader)));
        assertThat(refusal(() -> documents.restore(stored.revision(), contributor)))
                .isEqualTo(refusal(() -> documents.restore(none, contributor)));
        assertThat(refusal(() -> explanations.why(stored.document(), reader.id(), reader)))
                .isEqualTo(
                        refusal(() ->
                                explanations.why(
                                        new DocumentId(UUID.randomUUID()), reader.id(), reader)));
    }

    private static Optional<String> refusal(Runnable action) {
        try {
            action.run();
            return Optional.empty();
        } catch (NotFound e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    private Asker person(Role... roles) {
        var id = new AccountId(UUID.randomUUID());
        jdbc.update(
                "insert into account (id, username, must_change_password, created_at) values (?, ?, false, now())",
                id.value(),
                "person-" + id.value());
        return TestingAuthority.asker(id, "person-" + id.value(), roles);
    }

    private void role(Role role, Permission... permissions) {
        jdbc.update(
                "insert into role (key, name, description, built_in) values (?, ?, '', false)",
                role.key(),
                role.key());
        Map.of(role, List.of(permissions))
                .forEach((key, all) ->
                        all.forEach(one ->
                                jdbc.update(
                                        "insert into role_permission (role, permission) values (?, ?)",
                                        key.key(),
                                        one.key())));
    }
}
