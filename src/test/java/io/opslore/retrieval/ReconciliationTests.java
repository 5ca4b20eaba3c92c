package io.opslore.retrieval;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.library.RevisionId;
import io.opslore.library.Revisions;
import io.opslore.library.SpaceId;
import io.opslore.retrieval.engine.GenerationId;
import io.opslore.retrieval.engine.Holding;
import io.opslore.retrieval.engine.IndexedChunk;
import io.opslore.retrieval.engine.IndexedWindow;
import io.opslore.retrieval.engine.KnowledgeIndex;
import io.opslore.retrieval.text.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

class ReconciliationTests {

    private static final GenerationId GENERATION = new GenerationId(1);

    private TestingLibrary library;
    private SpaceId space;
    private RevisionId gateway;
    private RevisionId vault;

    @BeforeEach
    void publish() {
        library = new TestingLibrary();
        space = library.space("space");
        gateway = library.publish(space, "gateway.md", "The gateway listens on port 8443.");
        vault = library.publish(space, "vault.md", "The vault is unsealed with three keys.");
    }

    @AfterEach
    void close() {
        library.close();
    }

    @Test
    void findsNothingToDoInASoundIndex() {
        assertThat(reconcile()).isEqualTo(new Reconciliation.Repaired(0, 0));
    }

    @Test
    void aDeletedIndexIsFilledAtTheNextStartWithoutEmbeddingAgain() {
        List<Passage> before = library.search("gateway port", space);

        library.restart(() -> delete(library.data.resolve("index/1")));

        assertThat(library.search("gateway port", space)).isNotEmpty().isEqualTo(before);
        assertThat(index().holdings()).isEqualTo(whole());
    }

    @Test
    void aDamagedIndexIsFilledAtTheNextStart() {
        library.restart(() -> spoil(library.data.resolve("index/1")));

        assertThat(index().holdings()).isEqualTo(whole());
        assertThat(library.paths("unseal the vault", space)).first().isEqualTo("vault.md");
    }

    @Test
    void missingChunksAndWindowsAreFilledIn() {
        index().putChunks(gateway, space, List.of());
        index().putWindows(vault, space, List.of());

        assertThat(reconcile()).isEqualTo(new Reconciliation.Repaired(2, 0));
        assertThat(index().holdings()).isEqualTo(whole());
    }

    @Test
    void superfluousOnesAreTakenOut() {
        RevisionId unknown = new RevisionId(UUID.randomUUID());
        index().putChunks(
                        unknown,
                        space,
                        List.of(new IndexedChunk(0, Language.EN, "x", "x", "x", "gateway")));
        index().putWindows(
                        gateway,
                        space,
                        List.of(
                                new IndexedWindow(0, Language.EN, one()),
                                new IndexedWindow(0, Language.EN, one())));

        assertThat(reconcile()).isEqualTo(new Reconciliation.Repaired(1, 1));
        assertThat(index().holdings()).isEqualTo(whole());
    }

    @Test
    void aDocumentDeletedInTheDatabaseLeavesTheIndex() {
        library.bean(JdbcTemplate.class)
                .update("delete from document where current_revision_id = ?", gateway.value());

        assertThat(library.paths("gateway port", space)).doesNotContain("gateway.md");
        assertThat(reconcile()).isEqualTo(new Reconciliation.Repaired(0, 1));
    }

    @Test
    void vectorsThatNothingNeedsAreDroppedAfterAMonth() {
        JdbcTemplate jdbc = library.bean(JdbcTemplate.class);
        jdbc.update(
                """
                insert into window_vector values
                    ('m', 'old', '', now() - interval '40 days'),
                    ('m', 'new', '', now() - interval '4 days')
                """);
        jdbc.update(
                "update window_vector set created_at = now() - interval '1 year' where model <> 'm'");

        library.restart(() -> {});

        assertThat(
                        library.bean(JdbcTemplate.class)
                                .queryForList("select digest from window_vector where model = 'm'"))
                .singleElement()
                .satisfies(row ->
                        assertThat((byte[]) row.get("digest")).isEqualTo("new".getBytes(UTF_8)));
        assertThat(index().holdings()).isEqualTo(whole());
        assertThat(reconcile()).isEqualTo(new Reconciliation.Repaired(0, 0));
    }

    @Test
    void aRevisionThatWaitsForItsTurnIsKept() {
        RevisionId next = library.describe(space, "gateway.md", "The gateway listens on 9443.");
        library.bean(Indexing.class).indexText(next);

        library.restart(() -> delete(library.data.resolve("index/1")));

        assertThat(index().holdings()).containsEntry(next, new Holding(1, 0));
        library.bean(Indexing.class).embed(next, (done, all) -> {});
        library.bean(Revisions.class).makeCurrent(next);
        assertThat(library.search("gateway port", space).getFirst().text()).contains("9443");
    }

    @Test
    void aReplacedRevisionThatACrashLeftIsForgotten() {
        library.bean(JdbcTemplate.class)
                .update(
                        """
                        insert into revision select ?, document_id, 0, 'x', 0, 'x', 'x', now()
                        from revision where id = ?
                        """,
                        new UUID(0, 1),
                        gateway.value());
        RevisionId older = new RevisionId(new UUID(0, 1));
        library.bean(ChunkRecords.class)
                .save(
                        GENERATION,
                        new ChunkRecords.Entry(older, space, "gateway.md", "x"),
                        List.of());

        library.restart(() -> {});

        assertThat(library.bean(ChunkRecords.class).entry(GENERATION, older)).isEmpty();
    }

    private Reconciliation.Repaired reconcile() {
        return library.bean(Generations.class)
                .inActive(library.bean(Reconciliation.class)::reconcile);
    }

    private KnowledgeIndex index() {
        return library.index();
    }

    private Map<RevisionId, Holding> whole() {
        return Map.of(gateway, new Holding(1, 1), vault, new Holding(1, 1));
    }

    private static float[] one() {
        float[] vector = new float[384];
        vector[0] = 1;
        return vector;
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void spoil(Path folder) {
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".cfs")).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 0x55;
                Files.write(file, bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
