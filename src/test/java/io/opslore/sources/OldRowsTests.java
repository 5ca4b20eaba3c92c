package io.opslore.sources;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.identity.Accounts;
import io.opslore.identity.Role;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sources from when there were those of Git alone. */
class OldRowsTests extends PortalTest {

    @Autowired private BeanFactory portal;
    @Autowired private Accounts accounts;
    @Autowired private SourceRows rows;
    @Autowired private SyncStates states;
    @Autowired private JdbcClient jdbc;

    @Test
    void theirBranchBecomesAnOptionAndTheirCommitAVersion() throws IOException {
        var source = new TestingSource(portal, TestingAskers.with(accounts, Role.ADMIN));
        source.work.write("a.md", "# A\n");
        source.push("Anna", "Begin");
        source.add(TestingFeed.everything()).awaitRuns(1);
        String commit = source.state().reached();
        jdbc.sql("update source set rules = ?::jsonb where id = ?")
                .params(
                        """
                        {"repository": "", "ref": "main", "folder": "x", "include": ["docs"],
                        "exclude": [], "kinds": ["TEXT"], "minutes": 30}
                        """,
                        source.id.value())
                .update();
        jdbc.sql(
                        """
                        update source_sync set result =
                            (result - 'version') || jsonb_build_object('commit', result -> 'version')
                        where source = ?
                        """)
                .param(source.id.value())
                .update();

        migrate("update source set", "where id = ?", source.id);
        migrate("update source_sync set", "and source = ?", source.id);

        SourceRules rules = rows.find(source.id).orElseThrow().rules();
        assertThat(rules.options()).isEqualTo(Map.of("ref", "main"));
        assertThat(rules.folder()).isEqualTo("x");
        assertThat(rules.minutes()).isEqualTo(30);
        assertThat(states.states().get(source.id).last())
                .extracting(SyncResult::version)
                .isEqualTo(commit);
    }

    /** The others' rows are as they are to be already. */
    private void migrate(String begin, String only, SourceId id) throws IOException {
        String migration =
                new ClassPathResource("db/migration/V42__source_kinds.sql")
                        .getContentAsString(StandardCharsets.UTF_8);
        int at = migration.indexOf(begin);
        String statement = migration.substring(at, migration.indexOf(';', at));
        jdbc.sql(statement + " " + only).param(id.value()).update();
    }
}
