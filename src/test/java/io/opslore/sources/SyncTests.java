package io.opslore.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.ingest.FileKind;
import io.opslore.library.Bin;
import io.opslore.library.Document;
import io.opslore.library.Documents;
import io.opslore.library.Revision;
import io.opslore.retrieval.Search;
import io.opslore.sources.SourcePlan.Fate;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** With Git's own server program, over HTTP. */
class SyncTests extends PortalTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    @Autowired private BeanFactory portal;
    @Autowired private Accounts accounts;
    @Autowired private Documents documents;
    @Autowired private Sources sources;
    @Autowired private Search search;
    @Autowired private Bin bin;
    @Autowired private JdbcClient jdbc;

    private Asker admin;
    private TestingSource source;
    private String word;

    @BeforeEach
    void aRepository() {
        admin = TestingAskers.with(accounts, Role.ADMIN);
        source = new TestingSource(portal, admin);
        word = "writer" + source.id.value().replace("repo-", "");
        source.work
                .write("docs/restore.md", "# Restore\n\nStop the " + word + " first.\n")
                .write("deploy/api.yaml", "kind: Service\nmetadata:\n  name: api\n")
                .write("main.go", "package main\n");
        source.push("Anna Ivanova", "Begin");
    }

    @Test
    void filesBecomeDocumentsOfTheirCommitsAuthorAndTime() {
        source.add(TestingSource.everything()).awaitRuns(1);

        assertThat(source.paths()).containsExactly("deploy/api.yaml", "docs/restore.md", "main.go");
        Revision revision = newest("docs/restore.md");
        assertThat(revision.author()).isEqualTo("Anna Ivanova");
        assertThat(revision.createdAt()).isEqualTo(Instant.parse("2026-03-04T05:06:07Z"));
        assertThat(revision.origin()).isEqualTo("git:" + source.work.git("rev-parse", "HEAD"));
        awaitFound(word, "docs/restore.md");
        assertThat(source.state().last()).extracting(SyncResult::added).isEqualTo(3);
    }

    @Test
    void aPushedChangeIsARevisionOfThatFileAlone() {
        source.add(TestingSource.everything()).awaitRuns(1);
        source.work.write("main.go", "package main // changed\n");
        source.push("Boris", "Change");

        source.sync();

        assertThat(revisions("main.go"))
                .extracting(Revision::author)
                .containsExactly("Boris", "Anna Ivanova");
        assertThat(revisions("docs/restore.md")).hasSize(1);
        assertThat(source.state().last()).extracting(SyncResult::changed).isEqualTo(1);
    }

    @Test
    void eachCommitOfAFileThatCameInBetweenIsARevision() {
        source.add(TestingSource.everything()).awaitRuns(1);
        source.work.write("main.go", "package main // first\n");
        String first = source.work.commit("Boris", "First");
        source.work.write("new.md", "# New\n\nAs it was at first.\n");
        source.work.commit("Clara", "New");
        source.work.write("main.go", "package main // second\n");
        source.work.write("new.md", "# New\n\nAs " + word + "new is now.\n");
        source.push("Dora", "Second");

        source.sync();

        assertThat(revisions("main.go"))
                .extracting(Revision::author)
                .containsExactly("Dora", "Boris", "Anna Ivanova");
        assertThat(revisions("main.go").get(1).origin()).isEqualTo("git:" + first);
        assertThat(revisions("new.md"))
                .extracting(Revision::author)
                .containsExactly("Dora", "Clara");
        assertThat(source.state().last())
                .returns(1, SyncResult::added)
                .returns(1, SyncResult::changed);
        awaitFound(word + "new", "new.md");
    }

    @Test
    void aRenamedFileStaysTheSameDocument() {
        source.add(TestingSource.everything()).awaitRuns(1);
        Document before = source.document("docs/restore.md");
        awaitFound(word, "docs/restore.md");
        source.work.git("mv", "docs/restore.md", "docs/recover.md");
        source.push("Boris", "Rename");

        source.sync();

        Document after = source.document("docs/recover.md");
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(documents.revisions(after.id(), admin)).hasSize(1);
        assertThat(source.paths()).doesNotContain("docs/restore.md");
        awaitFound(word, "docs/recover.md");
    }

    @Test
    void aRenamedAndEditedFileStaysTheSameDocumentWithOneRevisionMore() {
        source.work.write("long.md", "# Long\n\n" + "A line that stays.\n".repeat(40));
        source.push("Anna Ivanova", "Long");
        source.add(TestingSource.everything()).awaitRuns(1);
        Document before = source.document("long.md");
        source.work.git("mv", "long.md", "longer.md");
        source.work.write("longer.md", "# Longer\n\n" + "A line that stays.\n".repeat(40));
        source.push("Boris", "Rename and edit");

        source.sync();

        assertThat(source.document("longer.md").id()).isEqualTo(before.id());
        assertThat(revisions("longer.md")).hasSize(2);
    }

    @Test
    void aDeletedFileGoesToTheBinAndComesBackByANewCommit() {
        source.add(TestingSource.everything()).awaitRuns(1);
        Document before = source.document("main.go");
        source.work.git("rm", "-q", "main.go");
        source.push("Boris", "Delete");

        source.sync();
        assertThat(source.paths()).doesNotContain("main.go");
        assertThat(bin.in(source.space, admin))
                .extracting(Document::id)
                .containsExactly(before.id());

        source.work.write("main.go", "package main // again\n");
        source.push("Boris", "Bring back");
        source.sync();
        assertThat(source.document("main.go").id()).isEqualTo(before.id());
        assertThat(revisions("main.go")).hasSize(2);
    }

    @Test
    void aHistoryThatWasPushedOverIsFollowed() {
        source.add(TestingSource.everything()).awaitRuns(1);
        source.work.git("checkout", "-q", "--orphan", "fresh");
        source.work.git("rm", "-q", "-rf", ".");
        source.work.write("docs/restore.md", "# Restore\n\nOtherwise.\n");
        source.work.commit("Clara", "Begin anew");
        source.work.git("branch", "-M", "fresh", "main");
        source.work.push();

        source.sync();

        assertThat(source.state().fault()).isNull();
        assertThat(source.paths()).containsExactly("docs/restore.md");
        assertThat(revisions("docs/restore.md")).hasSize(2);
    }

    @Test
    void takesOnlyWhatItsRulesSay() {
        source.work
                .write("docs/drafts/idea.md", "# Idea\n")
                .write(
                        "docs/picture.png",
                        new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0})
                .write("docs/tool.bin", new byte[] {0x7f, 'E', 'L', 'F', 0, 1, 2, 3, 0, 0})
                .write("node_modules/x/readme.md", "# No\n");
        source.push("Anna", "More");
        SourceRules rules =
                new SourceRules(
                        Map.of("ref", "main"),
                        "infra/shop",
                        List.of("docs", "*.yaml", "node_modules"),
                        List.of("**/drafts/**"),
                        EnumSet.of(FileKind.TEXT, FileKind.CONFIGURATION),
                        60);

        source.add(rules).awaitRuns(1);

        assertThat(source.paths())
                .containsExactly("infra/shop/deploy/api.yaml", "infra/shop/docs/restore.md");
        assertThat(source.state().last()).extracting(SyncResult::passedOver).isEqualTo(3);
        assertThat(source.state().nextAt())
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(52)),
                        Instant.now().plus(Duration.ofMinutes(67)));
    }

    @Test
    void saysWhatWouldComeInAndStoresNothing() {
        source.work.write("tool.bin", new byte[] {0x7f, 'E', 'L', 'F', 0, 1, 2, 3, 0, 0});
        source.push("Anna", "A program");

        SourcePlan plan = sources.plan(source.edit(TestingSource.everything(), false), admin);

        assertThat(plan.count(Fate.ADDED)).isEqualTo(3);
        assertThat(plan.count(Fate.PASSED_OVER)).isEqualTo(1);
        assertThat(plan.items())
                .extracting(item -> item.fate() + " " + item.path())
                .containsExactly(
                        "ADDED deploy/api.yaml",
                        "ADDED docs/restore.md",
                        "ADDED main.go",
                        "PASSED_OVER tool.bin");
        assertThat(source.paths()).isEmpty();
        assertThat(sources.all(admin)).extracting(it -> it.source().id()).doesNotContain(source.id);

        source.add(TestingSource.everything()).awaitRuns(1);
        source.work.git("rm", "-q", "main.go");
        source.work.git("mv", "deploy/api.yaml", "deploy/web.yaml");
        source.work.write("docs/restore.md", "# Restore\n\nChanged.\n");
        source.push("Boris", "All sorts");
        plan = sources.plan(source.edit(TestingSource.everything(), true), admin);
        assertThat(plan.items())
                .extracting(item -> item.fate() + " " + item.path())
                .containsExactly(
                        "CHANGED docs/restore.md", "MOVED deploy/web.yaml", "REMOVED main.go");
        assertThat(revisions("docs/restore.md")).hasSize(1);
        assertThat(source.paths()).contains("main.go", "deploy/api.yaml");
    }

    @Test
    void stopsWhenWhoeverSetItUpMayNotWriteAnyMore() {
        source.add(TestingSource.everything()).awaitRuns(1);
        source.work.write("new.md", "# New\n");
        source.push("Anna", "New");
        jdbc.sql("update account set disabled_at = now() where id = ?")
                .param(admin.id().value())
                .update();
        jdbc.sql("update source_sync set wanted_at = now() where source = ?")
                .param(source.id.value())
                .update();

        await().atMost(LONG).until(() -> source.runs() == 2 && faultOf(source.id) != null);

        assertThat(faultOf(source.id)).contains("owner");
        assertThat(
                        jdbc.sql("select count(*) from document where space_id = ?")
                                .param(source.space.value())
                                .query(Integer.class)
                                .single())
                .isEqualTo(3);
    }

    @Test
    void aNarrowedDocumentIsFollowedAndStaysNarrowed() {
        source.add(TestingSource.everything()).awaitRuns(1);
        Document document = source.document("main.go");
        jdbc.sql("update document set narrowed = true where id = ?")
                .param(document.id().value())
                .update();
        source.work.write("main.go", "package main // secret\n");
        source.push("Boris", "Change");

        source.sync();

        assertThat(source.state().fault()).isNull();
        assertThat(
                        jdbc.sql("select count(*) from revision where document_id = ?")
                                .param(document.id().value())
                                .query(Integer.class)
                                .single())
                .isEqualTo(2);
        assertThat(
                        jdbc.sql("select narrowed from document where id = ?")
                                .param(document.id().value())
                                .query(Boolean.class)
                                .single())
                .isTrue();
    }

    private String faultOf(SourceId id) {
        return jdbc.sql("select coalesce(fault::text, '') from source_sync where source = ?")
                .param(id.value())
                .query(String.class)
                .optional()
                .filter(fault -> !fault.isEmpty())
                .orElse(null);
    }

    private void awaitFound(String word, String path) {
        await().atMost(LONG)
                .until(() ->
                        search.search(word, 10, admin).documents().stream()
                                .anyMatch(found ->
                                        found.document().path().equals(path)
                                                && found.document().space().equals(source.space)));
    }

    private Revision newest(String path) {
        return revisions(path).getFirst();
    }

    private List<Revision> revisions(String path) {
        return documents.revisions(source.document(path).id(), admin);
    }
}
