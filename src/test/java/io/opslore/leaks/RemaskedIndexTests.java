package io.opslore.leaks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.ingest.IngestFeed;
import io.opslore.ingest.IngestState;
import io.opslore.ingest.Intake;
import io.opslore.ingest.Remasking;
import io.opslore.library.RevisionId;
import io.opslore.library.SpaceId;
import io.opslore.library.Spaces;
import io.opslore.retrieval.Indexing;
import io.opslore.retrieval.Search;
import io.opslore.testing.PortalTest;
import io.opslore.testing.TestingAskers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;

/** A text that was stored and indexed before there was masking, after it was masked. */
class RemaskedIndexTests extends PortalTest {

    private static final String SECRET = "Rm7c0a1b2d3e4f5a6b7d";

    @Autowired Accounts accounts;
    @Autowired Spaces spaces;
    @Autowired Intake intake;
    @Autowired IngestFeed feed;
    @Autowired Indexing indexing;
    @Autowired Remasking remasking;
    @Autowired Search search;
    @Autowired JdbcTemplate jdbc;

    @Value("${opslore.data}")
    Path data;

    @Test
    void leavesTheSecretNeitherInATableNorInTheFilesOfTheIndex() throws Exception {
        Asker admin = TestingAskers.with(accounts, Role.ADMIN);
        RevisionId revision = storedBeforeThereWasMasking(admin);
        assertThat(places()).contains("table chunk").anyMatch(it -> it.startsWith("index "));

        remasking.start(admin);
        await(() -> remasking.state(admin).left() == 0);

        await(() -> places().isEmpty());
        assertThat(search.search("gatekeeper", 10, admin).documents())
                .anyMatch(found -> revision.equals(found.document().current()));
    }

    private RevisionId storedBeforeThereWasMasking(Asker admin) throws IOException {
        SpaceId space = spaces.create("Old " + UUID.randomUUID(), "", admin).id();
        byte[] text = "# Gatekeeper\n\npassword: %s\n".formatted(SECRET).getBytes(UTF_8);
        RevisionId revision =
                intake.accept(space, "old.md", new ByteArrayInputStream(text), admin).revision();
        await(() -> feed.states(space, admin).getFirst().state() instanceof IngestState.Ready);
        UUID id = revision.value();
        jdbc.update(
                "update revision_text set text = ? where revision_id = ?",
                new String(text, UTF_8),
                id);
        jdbc.update("delete from indexed_revision where revision_id = ?", id);
        indexing.renew(List.of(revision));
        await(() -> places().stream().anyMatch(place -> place.startsWith("index ")));
        // Last of all: from now on it is due.
        jdbc.update("delete from revision_masking where revision_id = ?", id);
        return revision;
    }

    private List<String> places() {
        var places = new SearchedPlaces(List.of(SECRET));
        var stored = new StoredBytes(jdbc, data);
        try {
            stored.database(places);
            stored.index(places);
        } catch (IOException e) {
            return List.of("not readable at this moment: " + e);
        }
        return List.copyOf(places.found().keySet());
    }

    private static void await(java.util.concurrent.Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(condition);
    }
}
