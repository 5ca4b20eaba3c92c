package io.opslore.retrieval;

import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import io.opslore.ingest.IngestFeed;
import io.opslore.ingest.IngestState;
import io.opslore.ingest.Intake;
import io.opslore.library.SpaceId;
import io.opslore.library.Spaces;
import io.opslore.retrieval.engine.Embedder;
import io.opslore.retrieval.text.Language;
import io.opslore.retrieval.text.TokenSpans;
import io.opslore.testing.TestingAskers;
import io.opslore.testing.TestingDatabase;
import io.opslore.testing.TestingRooms;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Not a test: how near the ingest of a folder comes to a bare loop that only embeds the same
 * passages with the same model in the same batches. See {@code src/bench/ingest-ratio}.
 */
class IngestRatioBench {

    private static final int WARM_UP = 40;

    @TempDir private Path data;

    @Test
    void printsTheRatio() throws Exception {
        Path corpus = Path.of(System.getProperty("opslore.bench.corpus"));
        int most = Integer.getInteger("opslore.bench.files", Integer.MAX_VALUE);
        List<Path> files = files(corpus);
        try (var portal =
                new TestingRooms(TestingDatabase.fresh(), data, List.of(Recording.class))) {
            Asker admin = TestingAskers.with(portal.bean(Accounts.class), Role.ADMIN);
            Recording recording = portal.bean(Recording.class);
            List<Path> last = files.subList(Math.max(0, files.size() - WARM_UP), files.size());
            ingest(last, corpus, portal, admin);
            recording.batches.clear();
            int chunksBefore = chunks(portal);

            List<Path> wanted = files.stream().limit(most).toList();
            Duration ingest = ingest(wanted, corpus, portal, admin);
            int chunks = chunks(portal) - chunksBefore;
            List<List<String>> batches = List.copyOf(recording.batches);
            Duration bare = embed(batches, recording.real());

            int windows = batches.stream().mapToInt(List::size).sum();
            System.out.printf(
                    "%d files, %d passages, %d windows embedded in %d batches%n",
                    wanted.size(), chunks, windows, batches.size());
            System.out.printf(
                    "ingest %.1f passages/s, bare loop %.1f passages/s, ratio %.2f%n",
                    perSecond(chunks, ingest),
                    perSecond(chunks, bare),
                    (double) bare.toNanos() / ingest.toNanos());
        }
    }

    private static List<Path> files(Path corpus) throws IOException {
        try (Stream<Path> all = Files.walk(corpus)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** From the first byte handed in until all is found by meaning. */
    private static Duration ingest(List<Path> files, Path corpus, TestingRooms portal, Asker admin)
            throws IOException {
        SpaceId space =
                portal.bean(Spaces.class).create("Corpus " + System.nanoTime(), "", admin).id();
        long start = System.nanoTime();
        for (Path file : files) {
            try (InputStream bytes = Files.newInputStream(file)) {
                portal.bean(Intake.class)
                        .accept(space, corpus.relativize(file).toString(), bytes, admin);
            }
        }
        Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofMinutes(30))
                .pollInterval(Duration.ofMillis(500))
                .until(() ->
                        portal.bean(IngestFeed.class).states(space, admin).stream()
                                .allMatch(one ->
                                        one.state() instanceof IngestState.Ready
                                                || one.state() instanceof IngestState.Failed));
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static Duration embed(List<List<String>> batches, Embedder embedder) {
        long start = System.nanoTime();
        batches.forEach(embedder::passages);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static int chunks(TestingRooms portal) {
        Integer count =
                portal.bean(JdbcTemplate.class)
                        .queryForObject("select count(*) from chunk", Integer.class);
        return count == null ? 0 : count;
    }

    private static double perSecond(int count, Duration time) {
        return count * 1e9 / time.toNanos();
    }

    /** Puts a note-taker before the embedding model. */
    static class Recording implements BeanPostProcessor {

        private final Queue<List<String>> batches = new ConcurrentLinkedQueue<>();
        private Embedder real;

        Embedder real() {
            return real;
        }

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (bean instanceof Embedder embedder) {
                real = embedder;
                return new Recorded(embedder, batches);
            }
            return bean;
        }
    }

    private record Recorded(Embedder real, Queue<List<String>> batches) implements Embedder {

        @Override
        public String model() {
            return real.model();
        }

        @Override
        public int dimensions() {
            return real.dimensions();
        }

        @Override
        public boolean reads(Language language) {
            return real.reads(language);
        }

        @Override
        public int tokens(String text) {
            return real.tokens(text);
        }

        @Override
        public TokenSpans spans(String text) {
            return real.spans(text);
        }

        @Override
        public float[] query(String text) {
            return real.query(text);
        }

        @Override
        public List<float[]> passages(List<String> texts) {
            batches.add(List.copyOf(texts));
            return real.passages(texts);
        }

        @Override
        public void close() {
            real.close();
        }
    }
}
