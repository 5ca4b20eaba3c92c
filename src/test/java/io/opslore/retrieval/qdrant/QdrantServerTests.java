package io.opslore.retrieval.qdrant;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.library.ReadScope;
import io.opslore.library.RevisionId;
import io.opslore.library.SpaceId;
import io.opslore.retrieval.IndexSnapshot;
import io.opslore.retrieval.engine.GenerationId;
import io.opslore.retrieval.engine.Holding;
import io.opslore.retrieval.engine.IndexedChunk;
import io.opslore.retrieval.engine.IndexedWindow;
import io.opslore.retrieval.engine.KnowledgeIndex;
import io.opslore.retrieval.lucene.SnowballStemming;
import io.opslore.retrieval.text.Language;
import io.opslore.retrieval.text.Words;
import io.opslore.testing.TestingQdrant;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the server is told, and what is left on its disk: read off the server itself. */
class QdrantServerTests {

    private static final Words WORDS = new Words(SnowballStemming::new);
    private static final GenerationId GENERATION = new GenerationId(1);
    private static final SpaceId SPACE = new SpaceId(UUID.randomUUID());
    private static final ReadScope SCOPE = new ReadScope(Set.of(SPACE));

    @Test
    void shardsAndQuantisationArriveAndAreSearchedAllTheSame() throws Exception {
        try (TestingQdrant server = TestingQdrant.own();
                var indexes = new QdrantKnowledgeIndexes(clustered(server), WORDS);
                KnowledgeIndex index = indexes.open(GENERATION, "model", 3)) {
            IntStream.range(0, 40).forEach(n -> put(index, new RevisionId(UUID.randomUUID())));

            String told = get(server, "/collections/" + collection(server));

            assertThat(told)
                    .contains("\"shard_number\":2")
                    .contains("\"replication_factor\":2")
                    .contains("\"scalar\":{\"type\":\"int8\",\"always_ram\":true}")
                    .contains("\"on_disk\":true");
            assertThat(index.byWords(WORDS.ofQuery("port"), SCOPE, 100)).hasSize(40);
            assertThat(index.byMeaning(new float[] {1, 0, 0}, SCOPE, 100)).hasSize(40);
            index.holdings().values().forEach(it -> assertThat(it).isEqualTo(new Holding(1, 1)));
        }
    }

    @Test
    void everythingThatASearchFiltersByIsIndexed() throws Exception {
        try (TestingQdrant server = TestingQdrant.own();
                var indexes = new QdrantKnowledgeIndexes(server.ownSettings(), WORDS);
                KnowledgeIndex index = indexes.open(GENERATION, "model", 3)) {
            put(index, new RevisionId(UUID.randomUUID()));

            String schema = get(server, "/collections/" + collection(server));

            assertThat(List.of("space", "revision", "language", "kind", "terms", "pairs"))
                    .allSatisfy(field ->
                            assertThat(schema).contains("\"%s\":{\"data_type\"".formatted(field)));
        }
    }

    @Test
    void aSnapshotRestoredIsTheIndexAsItWas() throws Exception {
        try (TestingQdrant server = TestingQdrant.own();
                var indexes = new QdrantKnowledgeIndexes(server.ownSettings(), WORDS)) {
            IndexSnapshot taken;
            try (KnowledgeIndex index = indexes.open(GENERATION, "model", 3)) {
                put(index, new RevisionId(UUID.randomUUID()));
                taken = indexes.snapshot(GENERATION).orElseThrow();
            }
            indexes.drop(GENERATION);

            Path file = server.snapshots().resolve(taken.collection()).resolve(taken.name());
            send(
                    server,
                    "PUT",
                    "/collections/" + taken.collection() + "/snapshots/recover",
                    "{\"location\": \"%s\", \"priority\": \"snapshot\"}".formatted(file.toUri()));
            send(
                    server,
                    "POST",
                    "/collections/aliases",
                    """
                    {"actions": [{"create_alias":
                        {"collection_name": "%s", "alias_name": "%s"}}]}
                    """
                            .formatted(
                                    taken.collection(),
                                    taken.collection()
                                            .substring(0, taken.collection().indexOf("-g1") + 3)));

            try (KnowledgeIndex index = indexes.open(GENERATION, "model", 3)) {
                assertThat(index.holdings().values()).containsExactly(new Holding(1, 1));
                assertThat(index.byWords(WORDS.ofQuery("port"), SCOPE, 10)).hasSize(1);
            }
        }
    }

    private static void put(KnowledgeIndex index, RevisionId revision) {
        index.putChunks(
                revision,
                SPACE,
                List.of(new IndexedChunk(0, Language.EN, "a.md", "A", "", "port")));
        index.putWindows(
                revision, SPACE, List.of(new IndexedWindow(0, Language.EN, new float[] {1, 0, 0})));
    }

    private static QdrantSettings clustered(TestingQdrant server) {
        QdrantSettings usual = server.ownSettings();
        return new QdrantSettings(
                usual.url(),
                "",
                usual.prefix(),
                usual.deadline(),
                usual.writeDeadline(),
                2,
                2,
                QdrantSettings.Quantisation.SCALAR,
                true,
                "",
                usual.usualWords());
    }

    private static String collection(TestingQdrant server) throws Exception {
        String all = get(server, "/collections");
        int from = all.indexOf("\"name\":\"") + 8;
        return all.substring(from, all.indexOf('"', from));
    }

    private static String get(TestingQdrant server, String path) throws Exception {
        return send(server, "GET", path, "");
    }

    private static String send(TestingQdrant server, String method, String path, String body)
            throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build()) {
            HttpResponse<String> answer =
                    client.send(
                            HttpRequest.newBuilder(server.http().resolve(path))
                                    .timeout(Duration.ofMinutes(1))
                                    .header("content-type", "application/json")
                                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.body();
        }
    }
}
