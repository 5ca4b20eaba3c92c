package io.opslore.ingest.tika;

import io.opslore.ingest.TestingSettings;
import io.opslore.ingest.extract.Converter.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What it costs to read documents in a process of their own: the same hundred there and here, in
 * turns, both warm. See {@code src/bench/isolation-cost}.
 */
class IsolationBench {

    private static final int FILES = 100;
    private static final int ROUNDS = 6;
    private static final int LONGEST = 10_000_000;

    private record Document(Kind kind, byte[] bytes, Path file) {}

    @Test
    void theSameDocumentsThereAndHere(@TempDir Path folder) throws Exception {
        List<Document> documents = documents(folder);
        var workers = new Workers(TestingSettings.in(folder.resolve("workers")));
        var here = new Conversion();
        List<Double> ratios = new ArrayList<>();
        try {
            for (int round = 0; round < ROUNDS; round++) {
                long isolated =
                        time(
                                documents,
                                document ->
                                        workers.convert(
                                                document.kind(),
                                                new ByteArrayInputStream(document.bytes()),
                                                document.bytes().length));
                long direct =
                        time(
                                documents,
                                document ->
                                        here.convert(document.kind(), document.file(), LONGEST));
                System.out.printf(
                        "isolation: %d files, %d ms isolated, %d ms in-process, ratio %.2f%n",
                        FILES, isolated, direct, (double) isolated / direct);
                // The first round warms both.
                if (round > 0) {
                    ratios.add((double) isolated / direct);
                }
            }
        } finally {
            workers.destroy();
        }
        System.out.printf(
                "isolation: ratio %.2f (median)%n",
                ratios.stream().sorted().toList().get(ratios.size() / 2));
    }

    private static List<Document> documents(Path folder) throws IOException {
        byte[] docx = TestingDocuments.docx();
        byte[] pdf =
                TestingDocuments.pdf(
                        IntStream.range(0, 10)
                                .mapToObj(page ->
                                        IntStream.range(0, 40)
                                                .mapToObj(line -> "Restart service " + line)
                                                .toList())
                                .toList());
        byte[] html =
                ("<html><body>"
                                + "<h2>Restart</h2><p>Call <b>the</b> lead.</p><ul><li>One</ul>"
                                        .repeat(300))
                        .getBytes(StandardCharsets.UTF_8);
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            Kind kind = Kind.values()[i % Kind.values().length];
            byte[] bytes =
                    switch (kind) {
                        case PDF -> pdf;
                        case DOCX -> docx;
                        case HTML -> html;
                    };
            Path file = Files.write(folder.resolve("document-" + i), bytes);
            documents.add(new Document(kind, bytes, file));
        }
        return documents;
    }

    private static long time(List<Document> documents, Reading reading) throws Exception {
        long start = System.nanoTime();
        for (Document document : documents) {
            reading.read(document);
        }
        return (System.nanoTime() - start) / 1_000_000;
    }

    @FunctionalInterface
    private interface Reading {

        void read(Document document) throws Exception;
    }
}
