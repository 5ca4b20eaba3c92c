package io.opslore.retrieval.qdrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.grpc.Grpc;
import io.grpc.Server;
import io.grpc.TlsServerCredentials;
import io.opslore.library.ReadScope;
import io.opslore.library.RevisionId;
import io.opslore.library.SpaceId;
import io.opslore.outbound.TestingCertificates;
import io.opslore.outbound.Tls;
import io.opslore.retrieval.IndexAway;
import io.opslore.retrieval.engine.GenerationId;
import io.opslore.retrieval.engine.IndexedChunk;
import io.opslore.retrieval.engine.KnowledgeIndex;
import io.opslore.retrieval.lucene.SnowballStemming;
import io.opslore.retrieval.text.Language;
import io.opslore.retrieval.text.Words;
import io.opslore.testing.TestingCertificate;
import io.opslore.testing.TestingQdrant;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real server that speaks TLS only, with a certificate of its own, and asks for a key. */
class QdrantTlsTests {

    private static final Words WORDS = new Words(SnowballStemming::new);
    private static final SpaceId SPACE = new SpaceId(UUID.randomUUID());
    private static final String KEY = "the key of this test";

    @TempDir private Path folder;
    @TempDir private Path elsewhere;

    @Test
    void overTlsAndWithTheKeyItIsWrittenAndSearched() {
        TestingCertificate certificate = TestingCertificate.in(folder);
        try (TestingQdrant server = TestingQdrant.secured(certificate, KEY);
                var _ = certificate.trusted();
                var indexes = indexes(server, KEY);
                KnowledgeIndex index = indexes.open(new GenerationId(1), "model", 3)) {
            index.putChunks(
                    new RevisionId(UUID.randomUUID()),
                    SPACE,
                    List.of(new IndexedChunk(0, Language.EN, "a.md", "A", "", "port")));

            assertThat(search(index)).isOne();
        }
    }

    @Test
    void aWrongKeyIsSaidToBeWrongAndIsNotTold() {
        TestingCertificate certificate = TestingCertificate.in(folder);
        try (TestingQdrant server = TestingQdrant.secured(certificate, KEY);
                var _ = certificate.trusted();
                var indexes = indexes(server, "no such key");
                KnowledgeIndex index = indexes.open(new GenerationId(1), "model", 3)) {
            assertThatExceptionOfType(IndexAway.class)
                    .isThrownBy(() -> search(index))
                    .withMessageContaining("the key is refused; look at opslore.qdrant.api-key")
                    .withMessageNotContaining("no such key");
        }
    }

    @Test
    void aCertificateThatNobodyTrustsIsRefused() {
        TestingCertificate certificate = TestingCertificate.in(folder);
        try (TestingQdrant server = TestingQdrant.secured(certificate, KEY);
                var indexes = indexes(server, KEY);
                KnowledgeIndex index = indexes.open(new GenerationId(1), "model", 3)) {
            assertThatExceptionOfType(IndexAway.class)
                    .isThrownBy(() -> search(index))
                    .withMessageContaining("certificate is not trusted")
                    .withMessageContaining("opslore.qdrant.ssl-bundle");
        }
    }

    @Test
    void aRealServerIsKnownByTheBundleAndByNoOther() {
        TestingCertificate certificate = TestingCertificate.in(folder);
        Tls other = TestingCertificates.trusting(TestingCertificate.in(elsewhere));
        try (TestingQdrant server = TestingQdrant.secured(certificate, KEY);
                var known = indexes(server, KEY, TestingCertificates.trusting(certificate));
                KnowledgeIndex index = known.open(new GenerationId(1), "model", 3);
                var unknown = indexes(server, KEY, other);
                KnowledgeIndex refused = unknown.open(new GenerationId(1), "model", 3)) {
            assertThat(search(index)).isZero();
            assertThatExceptionOfType(IndexAway.class)
                    .isThrownBy(() -> search(refused))
                    .withMessageContaining("certificate is not trusted");
        }
    }

    @Test
    void aServerIsKnownByTheBundleAndByNoOther() throws Exception {
        TestingCertificate certificate = TestingCertificate.in(folder);
        Tls known = TestingCertificates.trusting(certificate);
        Tls other = TestingCertificates.trusting(TestingCertificate.in(elsewhere));
        Server server = standIn(certificate);
        try {
            assertThatExceptionOfType(RuntimeException.class)
                    .isThrownBy(() -> search(server.getPort(), known))
                    .withMessage("Qdrant refuses a request");
            assertThatExceptionOfType(IndexAway.class)
                    .isThrownBy(() -> search(server.getPort(), other))
                    .withMessageContaining("certificate is not trusted");

            TestingCertificates.follow(other, certificate);

            assertThatExceptionOfType(RuntimeException.class)
                    .isThrownBy(() -> search(server.getPort(), other))
                    .withMessage("Qdrant refuses a request");
        } finally {
            server.shutdownNow();
        }
    }

    @Test
    void aCertificateForAnotherNameIsRefused() throws Exception {
        TestingCertificate misnamed = TestingCertificate.in(folder, "elsewhere.example.org");
        Server server = standIn(misnamed);
        try {
            assertThatExceptionOfType(IndexAway.class)
                    .isThrownBy(
                            () -> search(server.getPort(), TestingCertificates.trusting(misnamed)));
        } finally {
            server.shutdownNow();
        }
    }

    /** A real gRPC server that knows none of the methods, so that it must be reached. */
    private static Server standIn(TestingCertificate certificate) throws IOException {
        return Grpc.newServerBuilderForPort(
                        0,
                        TlsServerCredentials.create(
                                certificate.certificate().toFile(), certificate.key().toFile()))
                .build()
                .start();
    }

    private static void search(int port, Tls tls) {
        var settings =
                TestingQdrant.settings("https://127.0.0.1:" + port, "", Duration.ofSeconds(10));
        try (var indexes = new QdrantKnowledgeIndexes(settings, WORDS, Optional.of(tls));
                KnowledgeIndex index = indexes.open(new GenerationId(1), "model", 3)) {
            search(index);
        }
    }

    private static int search(KnowledgeIndex index) {
        return index.byWords(WORDS.ofQuery("port"), new ReadScope(Set.of(SPACE)), 10).size();
    }

    private static QdrantKnowledgeIndexes indexes(TestingQdrant server, String key) {
        return new QdrantKnowledgeIndexes(settings(server, key), WORDS);
    }

    private static QdrantKnowledgeIndexes indexes(TestingQdrant server, String key, Tls tls) {
        return new QdrantKnowledgeIndexes(settings(server, key), WORDS, Optional.of(tls));
    }

    private static QdrantSettings settings(TestingQdrant server, String key) {
        return TestingQdrant.settings(
                server.url().replace("http:", "https:"), key, Duration.ofSeconds(10));
    }
}
