package io.opslore.library.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opslore.library.s3.TestingS3Settings.Keys;
import io.opslore.library.s3.TestingS3Settings.Sealed;
import io.opslore.outbound.TestingCertificates;
import io.opslore.outbound.Tls;
import io.opslore.testing.TestingCertificate;
import io.opslore.testing.TestingS3;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That bytes are asked to be encrypted where they lie, and are on their way there. */
class S3SealingTests {

    private static final long PART = 5L << 20;
    private static final String SERVER = "x-amz-server-side-encryption";
    private static final String KEY = SERVER + "-aws-kms-key-id";

    @TempDir private Path folder;
    @TempDir private Path elsewhere;

    /** What was asked: the method, and the two headers. */
    private record Told(String method, String how, String key) {}

    @Test
    void theServerIsAskedToEncryptWithItsOwnKey() throws Exception {
        assertThat(told(new Sealed(S3Settings.Encryption.AES256, "")))
                .containsExactly(new Told("PUT", "AES256", ""), new Told("POST", "AES256", ""));
    }

    @Test
    void theServerIsAskedToEncryptWithTheNamedKey() throws Exception {
        assertThat(told(new Sealed(S3Settings.Encryption.KMS, "key-17")))
                .containsExactly(
                        new Told("PUT", "aws:kms", "key-17"),
                        new Told("POST", "aws:kms", "key-17"));
    }

    @Test
    void theBucketsOwnRuleHoldsWhereNothingIsSet() throws Exception {
        assertThat(told(new Sealed(S3Settings.Encryption.NONE, "")))
                .containsExactly(new Told("PUT", "", ""), new Told("POST", "", ""));
    }

    @Test
    void aServerWhoseCertificateIsTrustedIsUsedOverTls() throws Exception {
        TestingCertificate certificate = TestingCertificate.in(folder);
        try (var server = TestingS3.secured(folder, certificate);
                var _ = certificate.trusted();
                var blobs =
                        S3Blobs.open(
                                TestingS3Settings.of(server, server.bucket(), "", folder),
                                Optional.empty())) {
            String sha256 = store(blobs, bytes("over TLS"));

            try (var read = blobs.open(sha256)) {
                assertThat(read.readAllBytes()).asString().isEqualTo("over TLS");
            }
        }
    }

    @Test
    void aServerIsKnownByTheBundleAndByNoOther() throws Exception {
        TestingCertificate certificate = TestingCertificate.in(folder);
        Tls known = TestingCertificates.trusting(certificate);
        Tls other = TestingCertificates.trusting(TestingCertificate.in(elsewhere));
        try (var server = TestingS3.secured(folder, certificate)) {
            String bucket;
            try (var _ = certificate.trusted()) {
                bucket = server.bucket();
            }
            S3Settings settings = TestingS3Settings.of(server, bucket, "", folder);
            try (var blobs = S3Blobs.open(settings, Optional.of(known))) {
                String sha256 = store(blobs, bytes("by its bundle"));
                try (var read = blobs.open(sha256)) {
                    assertThat(read.readAllBytes()).asString().isEqualTo("by its bundle");
                }
            }
            assertThatThrownBy(() -> S3Blobs.open(settings, Optional.of(other)))
                    .isInstanceOf(S3Unusable.class)
                    .hasMessageContaining("certificate is not trusted");
        }
    }

    @Test
    void aServerWhoseCertificateNobodyTrustsIsRefused() {
        TestingCertificate certificate = TestingCertificate.in(folder);
        try (var server = TestingS3.secured(folder, certificate)) {
            assertThatThrownBy(() ->
                            S3Blobs.open(
                                    TestingS3Settings.of(server, "any", "", folder),
                                    Optional.empty()))
                    .isInstanceOf(S3Unusable.class)
                    .hasMessageContaining("certificate is not trusted")
                    .hasMessageContaining("opslore.library.s3.ssl-bundle");
        }
    }

    /**
     * By a stand-in that takes everything: of a small file, and of the first request for a large.
     */
    private List<Told> told(Sealed sealed) throws Exception {
        List<Told> told = new CopyOnWriteArrayList<>();
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, told));
        server.start();
        try (var blobs =
                S3Blobs.open(
                        TestingS3Settings.of(
                                "http://127.0.0.1:" + server.getAddress().getPort(),
                                "bucket",
                                "",
                                new Keys("key", "secret"),
                                sealed,
                                folder),
                        Optional.empty(),
                        PART)) {
            store(blobs, bytes("small"));
            assertThatThrownBy(
                            () -> store(blobs, new ByteArrayInputStream(new byte[(int) PART * 2])))
                    .isInstanceOf(IOException.class);
            return told;
        } finally {
            server.stop(0);
        }
    }

    private static void answer(HttpExchange exchange, List<Told> told) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String method = exchange.getRequestMethod();
        boolean isLarge = method.equals("POST");
        if (isLarge || method.equals("PUT")) {
            told.add(new Told(method, header(exchange, SERVER), header(exchange, KEY)));
        }
        if (isLarge) {
            exchange.sendResponseHeaders(403, -1);
        } else if (method.equals("HEAD")) {
            exchange.sendResponseHeaders(404, -1);
        } else {
            byte[] list = "<ListBucketResult/>".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, list.length);
            exchange.getResponseBody().write(list);
        }
        exchange.close();
    }

    private static String store(S3Blobs blobs, ByteArrayInputStream bytes) throws IOException {
        try (var incoming = blobs.receive(bytes)) {
            incoming.store();
            return incoming.blob().sha256();
        }
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
