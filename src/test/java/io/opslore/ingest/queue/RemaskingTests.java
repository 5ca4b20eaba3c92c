package io.opslore.ingest.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.library.Remasks;
import io.opslore.library.RevisionId;
import io.opslore.library.Revisions;
import io.opslore.library.SpaceId;
import io.opslore.library.Stored;
import io.opslore.testing.TestingDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

class RemaskingTests {

    private static final String TEXT = "# Keys\n\nOne is hunter22, one is crown7.\n";

    @TempDir private Path folder;
    private TestingPortal portal;
    private SpaceId space;

    @BeforeEach
    void start() {
        portal = new TestingPortal(TestingDatabase.fresh(), folder);
        space = portal.space();
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void takesAwayWhatNewRulesFindAndBringsBackWhatTheyDoNot() throws Exception {
        Stored stored = ready("keys.md");
        assertThat(text(stored)).doesNotContain("hunter22").contains("crown7");

        portal.masking.changeRules("2", "crown\\d+");
        remaskAll();

        assertThat(text(stored)).contains("hunter22").doesNotContain("crown7");
        assertThat(portal.indexer.renewed).containsExactly(stored.revision());
        assertThat(due()).isEmpty();
    }

    @Test
    void masksWhatWasStoredBeforeThereWasMaskingAlsoInOldRevisions() throws Exception {
        Stored old = ready("keys.md");
        Stored current = portal.accept(space, "keys.md", TEXT + "More.\n");
        TestingPortal.await(() -> current.revision().equals(portal.document(current).current()));
        JdbcTemplate jdbc = portal.bean(JdbcTemplate.class);
        jdbc.update("delete from revision_masking");
        jdbc.update("update revision_text set text = replace(text, '«', 'hunter8')");

        remaskAll();

        assertThat(List.of(text(old), text(current))).noneMatch(text -> text.contains("hunter"));
        assertThat(due()).isEmpty();
    }

    @Test
    void leavesTheIndexAloneWhereTheTextStaysTheSame() throws Exception {
        ready("keys.md");

        portal.masking.changeRules("2", "hunter\\d+");
        remaskAll();

        assertThat(portal.indexer.renewed).isEmpty();
        assertThat(due()).isEmpty();
    }

    @Test
    void staysDueUntilTheIndexIsNewAsWell() throws Exception {
        Stored stored = ready("keys.md");
        portal.masking.changeRules("2", "crown\\d+");
        portal.indexer.renewalFails = true;

        assertThatThrownBy(this::remaskAll).isInstanceOf(IllegalStateException.class);
        assertThat(due()).containsExactly(stored.revision());

        portal.indexer.renewalFails = false;
        remaskAll();
        assertThat(portal.indexer.renewed).containsExactly(stored.revision());
        assertThat(due()).isEmpty();
    }

    private Stored ready(String path) throws Exception {
        Stored stored = portal.accept(space, path, TEXT);
        portal.awaitReady(space, path);
        return stored;
    }

    private String text(Stored stored) {
        return portal.bean(Revisions.class).text(stored.revision()).orElseThrow().text();
    }

    private List<RevisionId> due() {
        return portal.bean(Remasks.class).due(portal.masking.version(), Optional.empty(), 10);
    }

    private void remaskAll() throws Exception {
        portal.bean(RemaskStep.class).run(due(), portal.masking.version());
    }
}
