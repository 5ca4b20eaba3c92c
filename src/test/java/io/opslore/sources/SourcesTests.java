package io.opslore.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.connections.ConnectionCatalogue;
import io.opslore.connections.ConnectionId;
import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Grantee;
import io.opslore.identity.NotAllowed;
import io.opslore.identity.Role;
import io.opslore.ingest.FileKind;
import io.opslore.library.NotFound;
import io.opslore.library.SpaceAccess;
import io.opslore.library.SpaceGrant;
import io.opslore.sources.SourceUnfit.Fault;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import io.opslore.testing.TestingLogs;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may set up what. */
class SourcesTests extends PortalTest {

    private static final Role CONNECTOR = new Role("connector");

    @Autowired private BeanFactory portal;
    @Autowired private Accounts accounts;
    @Autowired private Sources sources;
    @Autowired private ConnectionCatalogue connections;
    @Autowired private JdbcClient jdbc;

    private Asker admin;
    private Asker connector;
    private TestingSource source;

    @BeforeEach
    void aSourceAndSomebodyWhoManagesConnectionsElsewhere() {
        jdbc.sql(
                        """
                        insert into role (key, name, description, built_in)
                        values ('connector', 'Connector', '', false)
                        """)
                .update();
        jdbc.sql(
                        """
                        insert into role_permission (role, permission)
                        select 'connector', unnest(array['connection:manage', 'document:read',
                            'document:write'])
                        """)
                .update();
        admin = TestingAskers.with(accounts, Role.ADMIN);
        connector = TestingAskers.with(accounts, CONNECTOR);
        source = new TestingSource(portal, admin);
        source.work.write("a.md", "# A\n");
        source.push("Anna", "Begin");
    }

    @AfterEach
    void takeTheRoleBack() {
        jdbc.sql("delete from account_role where role = 'connector'").update();
        jdbc.sql("delete from role where key = 'connector'").update();
    }

    @Test
    void whoMayNotReadTheSpaceSeesNothingOfIt() {
        source.add(TestingSource.everything()).awaitRuns(1);

        assertThat(sources.all(connector)).isEmpty();
        assertThat(connections.usesOf(source.connection, connector)).isEmpty();
        assertThat(connections.usesOf(source.connection, admin)).containsExactly(source.id.value());
        List<ThrowingCallable> attempts =
                List.of(
                        () -> sources.syncNow(source.id, connector),
                        () -> sources.remove(source.id, connector),
                        () -> sources.newSecret(source.id, connector),
                        () -> sources.change(everything(), connector),
                        () -> sources.add(everything(), connector),
                        () -> sources.plan(everything(), connector));
        assertThat(attempts)
                .allSatisfy(attempt -> assertThatThrownBy(attempt).isInstanceOf(NotFound.class));
        Asker reader = TestingAskers.with(accounts, Role.READER);
        assertThatThrownBy(() -> sources.all(reader)).isInstanceOf(NotAllowed.class);
        assertThat(source.runs()).isEqualTo(1);
        assertThat(source.paths()).containsExactly("a.md");
    }

    @Test
    void nobodyBringsInWhatTheyMayNotLookInto() {
        TestingSource own = new TestingSource(portal, admin);
        SourceEdit foreign =
                new SourceEdit(
                        own.id,
                        "Foreign",
                        "git",
                        new ConnectionId("no-such-connection"),
                        own.space,
                        TestingSource.everything(),
                        true);

        assertUnfit(Fault.CONNECTION, () -> sources.add(foreign, admin));
        assertUnfit(Fault.CONNECTION, () -> sources.plan(foreign, admin));
    }

    @Test
    void nobodyBringsASpaceTheyWriteToWhatAConnectionOfAnotherOneShows() {
        TestingSource own = new TestingSource(portal, admin);
        own.work.write("own.md", "# Own\n");
        own.push("Anna", "Begin");
        portal.getBean(SpaceAccess.class)
                .set(
                        own.space,
                        List.of(
                                new SpaceGrant(
                                        new Grantee.Person(connector.id()), Role.CONTRIBUTOR)),
                        admin);
        SourceEdit theirs = own.edit(TestingSource.everything(), true);
        SourceEdit foreign =
                new SourceEdit(
                        own.id,
                        "Foreign",
                        "git",
                        source.connection,
                        own.space,
                        TestingSource.everything(),
                        true);

        assertThat(sources.plan(theirs, connector).count(SourcePlan.Fate.ADDED)).isEqualTo(1);
        assertUnfit(Fault.CONNECTION, () -> sources.plan(foreign, connector));
    }

    @Test
    void aSourceStaysOfItsKind() {
        source.add(TestingSource.everything());
        TestingFeed folder =
                new TestingFeed(
                        portal,
                        admin,
                        "folder-" + source.id.value(),
                        "folder",
                        Map.of("folder", TestingLogs.folder().toString()));
        SourceEdit asFolder =
                new SourceEdit(
                        source.id,
                        "Folder",
                        "folder",
                        folder.connection,
                        source.space,
                        TestingSource.everything(),
                        true);

        assertUnfit(Fault.KIND, () -> sources.change(asFolder, admin));
    }

    @Test
    void refusesWhatCannotBeMeant() {
        source.add(TestingSource.everything());
        assertUnfit(Fault.TAKEN, () -> sources.add(everything(), admin));
        assertUnfit(Fault.PATTERN, () -> change(rules("main", "", List.of("x".repeat(300)), 0)));
        assertUnfit(Fault.FOLDER, () -> change(rules("main", "../etc", List.of(), 0)));
        assertUnfit(Fault.REF, () -> change(rules("--upload-pack=x", "", List.of(), 0)));
        assertUnfit(Fault.MINUTES, () -> change(rules("main", "", List.of(), 1)));
        assertUnfit(
                Fault.KINDS,
                () -> change(new SourceRules(Map.of(), "", List.of(), List.of(), Set.of(), 0)));
        TestingSource other = new TestingSource(portal, admin);
        assertUnfit(
                Fault.SPACE,
                () ->
                        sources.change(
                                new SourceEdit(
                                        source.id,
                                        "Moved",
                                        "git",
                                        source.connection,
                                        other.space,
                                        TestingSource.everything(),
                                        true),
                                admin));
    }

    @Test
    void whatIsDoneStandsOnTheRecordWithoutTheSecret() {
        source.add(TestingSource.everything()).awaitRuns(1);
        String secret = sources.newSecret(source.id, admin);
        change(rules("main", "", List.of("*.md"), 30));
        sources.remove(source.id, admin);

        List<String> record =
                jdbc.sql(
                                """
                                select action || ' ' || details from audit_event
                                where subject_id = ? and subject_kind = 'source' order by sequence
                                """)
                        .param(source.id.value())
                        .query(String.class)
                        .list();
        assertThat(record)
                .extracting(line -> line.split(" ", 2)[0])
                .containsExactly(
                        "source.create", "source.new-secret", "source.change", "source.remove");
        assertThat(record.toString()).doesNotContain(secret, source.secret());
        assertThat(source.paths()).containsExactly("a.md");
        String via =
                jdbc.sql(
                                """
                                select via from audit_event where action = 'document.add'
                                    and subject_id = ?
                                """)
                        .param(source.document("a.md").id().value().toString())
                        .query(String.class)
                        .single();
        assertThat(via).isEqualTo("source " + source.id.value());
    }

    @Test
    void otherRulesTakeOtherFiles() {
        source.work.write("b.log", "2026-03-04 05:06:07 started\n").write("c/d.md", "# D\n");
        source.push("Anna", "More");
        source.add(
                        new SourceRules(
                                Map.of(),
                                "",
                                List.of("a.md", "b.log"),
                                List.of(),
                                EnumSet.of(FileKind.TEXT),
                                0))
                .awaitRuns(1);
        assertThat(source.paths()).containsExactly("a.md");

        change(
                new SourceRules(
                        Map.of(),
                        "shop",
                        List.of("b.log", "c"),
                        List.of(),
                        EnumSet.allOf(FileKind.class),
                        0));
        source.awaitRuns(2);

        assertThat(source.paths()).containsExactly("shop/b.log", "shop/c/d.md");
    }

    private SourceEdit everything() {
        return source.edit(TestingSource.everything(), true);
    }

    private void change(SourceRules rules) {
        sources.change(source.edit(rules, true), admin);
    }

    private static SourceRules rules(String ref, String folder, List<String> include, int minutes) {
        return new SourceRules(
                Map.of("ref", ref),
                folder,
                include,
                List.of(),
                EnumSet.allOf(FileKind.class),
                minutes);
    }

    private static void assertUnfit(Fault fault, ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(InstanceOfAssertFactories.type(SourceUnfit.class))
                .extracting(SourceUnfit::fault)
                .isEqualTo(fault);
    }
}
