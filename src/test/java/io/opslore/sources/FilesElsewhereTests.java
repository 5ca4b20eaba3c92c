package io.opslore.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.ingest.FileKind;
import io.opslore.library.Bin;
import io.opslore.library.Document;
import io.opslore.library.Documents;
import io.opslore.library.Revision;
import io.opslore.sources.SourcePlan.Fate;
import io.opslore.sources.SourceUnfit.Fault;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What holds of files that lie somewhere without a history, wherever that is. */
abstract class FilesElsewhereTests extends PortalTest {

    @Autowired BeanFactory portal;
    @Autowired Sources sources;
    @Autowired private Accounts accounts;
    @Autowired private Documents documents;
    @Autowired private Bin bin;

    Asker admin;
    TestingFeed feed;

    abstract TestingFeed feed(String name);

    abstract void write(String path, String text);

    abstract void delete(String path);

    abstract void rename(String from, String to);

    @BeforeEach
    void threeFiles() {
        admin = TestingAskers.with(accounts, Role.ADMIN);
        feed = feed("files-" + UUID.randomUUID().toString().substring(0, 8));
        write("docs/restore.md", "# Restore\n\nStop the writer first.\n");
        write("deploy/api.yaml", "kind: Service\nmetadata:\n  name: api\n");
        write("notes of Anna & Boris/день+1 %20.md", "# Day\n\nOdd names are names.\n");
    }

    @Test
    void filesBecomeDocumentsAndFollowWhatIsWrittenThere() {
        Instant before = Instant.now().minusSeconds(60);
        feed.add(TestingFeed.everything()).awaitRuns(1);

        assertThat(feed.state().fault()).isNull();
        assertThat(feed.paths())
                .containsExactlyInAnyOrder(
                        "deploy/api.yaml",
                        "docs/restore.md",
                        "notes of Anna & Boris/день+1 %20.md");
        Revision revision = revisions("docs/restore.md").getFirst();
        assertThat(revision.createdAt()).isBetween(before, Instant.now());
        assertThat(revision.origin()).isEqualTo(feed.kind() + ":" + feed.state().reached());

        write("docs/restore.md", "# Restore\n\nStop the reader first.\n");
        feed.sync();

        assertThat(feed.state().last()).extracting(SyncResult::changed).isEqualTo(1);
        assertThat(revisions("docs/restore.md")).hasSize(2);
        assertThat(revisions("deploy/api.yaml")).hasSize(1);
    }

    @Test
    void aLookAtWhatHasNotChangedIsQuiet() {
        feed.add(TestingFeed.everything()).awaitRuns(1);
        String reached = feed.state().reached();

        feed.sync();

        assertThat(feed.state().last()).extracting(SyncResult::isQuiet).isEqualTo(true);
        assertThat(feed.state().reached()).isEqualTo(reached);
    }

    @Test
    void whatKeepsItsBytesUnderAnotherNameStaysTheSameDocument() {
        feed.add(TestingFeed.everything()).awaitRuns(1);
        Document before = feed.document("docs/restore.md");

        rename("docs/restore.md", "runbooks/recover.md");
        feed.sync();

        assertThat(feed.state().last()).extracting(SyncResult::moved).isEqualTo(1);
        assertThat(feed.document("runbooks/recover.md").id()).isEqualTo(before.id());
        assertThat(feed.paths()).doesNotContain("docs/restore.md");
        assertThat(revisions("runbooks/recover.md")).hasSize(1);
    }

    @Test
    void whatIsDeletedGoesToTheBinAndComesBack() {
        feed.add(TestingFeed.everything()).awaitRuns(1);
        Document before = feed.document("deploy/api.yaml");

        delete("deploy/api.yaml");
        feed.sync();

        assertThat(bin.in(feed.space, admin)).extracting(Document::id).containsExactly(before.id());

        write("deploy/api.yaml", "kind: Service\nmetadata:\n  name: api\n");
        feed.sync();

        assertThat(feed.document("deploy/api.yaml").id()).isEqualTo(before.id());
    }

    @Test
    void documentsStayWhereEverythingIsGoneAtOnce() {
        feed.add(TestingFeed.everything()).awaitRuns(1);
        List<String> before = feed.paths();

        before.forEach(this::delete);
        feed.sync();

        assertThat(feed.state().fault()).extracting(SyncFault::reason).isEqualTo("not_found");
        assertThat(feed.paths()).isEqualTo(before);
    }

    @Test
    void saysWhatWouldComeInAndStoresNothing() {
        write("tool.bin", "\u007fELF\u0000\u0001\u0002");
        write("docs/draft.md", "# Draft\n");
        SourceRules rules =
                new SourceRules(
                        Map.of(),
                        "handbook",
                        List.of("docs", "*.bin"),
                        List.of("**/draft.md"),
                        EnumSet.of(FileKind.TEXT),
                        0);

        SourcePlan plan = sources.plan(feed.edit(rules, false), admin);

        assertThat(plan.items())
                .extracting(item -> item.fate() + " " + item.path())
                .containsExactly("ADDED handbook/docs/restore.md", "PASSED_OVER tool.bin");
        assertThat(plan.count(Fate.PASSED_OVER)).isEqualTo(1);
        assertThat(feed.paths()).isEmpty();
    }

    @Test
    void hasNoWebhookAndNoOptionsOfGit() {
        assertThat(feed.add(TestingFeed.everything()).secret()).isEmpty();
        assertThat(sources.newSecret(feed.id, admin)).isEmpty();
        assertThat(feed.state().hooked()).isFalse();
        SourceRules ofGit =
                new SourceRules(
                        Map.of("ref", "main"),
                        "",
                        List.of(),
                        List.of(),
                        EnumSet.allOf(FileKind.class),
                        0);

        assertUnfit(Fault.OPTION, feed.edit(ofGit, true));
    }

    @Test
    void isOfNoOtherKindThanItsConnection() {
        SourceEdit own = feed.edit(TestingFeed.everything(), true);

        for (String kind : List.of("git", "no-such-kind")) {
            assertUnfit(
                    Fault.CONNECTION,
                    new SourceEdit(
                            own.id(),
                            own.name(),
                            kind,
                            own.connection(),
                            own.space(),
                            own.rules(),
                            true));
        }
    }

    private void assertUnfit(Fault fault, SourceEdit edit) {
        assertThatThrownBy(() -> sources.plan(edit, admin))
                .asInstanceOf(InstanceOfAssertFactories.type(SourceUnfit.class))
                .extracting(SourceUnfit::fault)
                .isEqualTo(fault);
    }

    List<Revision> revisions(String path) {
        return documents.revisions(feed.document(path).id(), admin);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
