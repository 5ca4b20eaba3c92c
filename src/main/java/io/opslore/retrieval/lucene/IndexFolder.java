package io.opslore.retrieval.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NRTCachingDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the index folder, or starts it anew where what lies there cannot be used. */
final class IndexFolder {

    private static final Logger log = LoggerFactory.getLogger(IndexFolder.class);
    private static final String GENERATION = "opslore.generation";

    /** Small segments stay in memory until the next commit: most are merged away before. */
    private static final double LARGEST_KEPT_MB = 8;

    private static final double MOST_KEPT_MB = 64;

    private final Path folder;
    private final String generation;

    /**
     * @param generation what the index was built with: one of another generation is thrown away
     */
    IndexFolder(Path folder, String generation) {
        this.folder = folder;
        this.generation = Fields.VERSION + " " + generation;
    }

    IndexWriter open() throws IOException {
        try {
            IndexWriter writer = readableWriter();
            if (!generation.equals(generationOf(writer))) {
                writer.deleteAll();
                mark(writer);
                writer.commit();
            }
            return writer;
        } catch (LockObtainFailedException e) {
            throw new IllegalStateException(
                    "Another process uses the index in %s; give each portal its own opslore.data"
                            .formatted(folder),
                    e);
        } catch (IOException | IllegalArgumentException e) {
            log.warn("The index in {} cannot be opened and is made anew: {}", folder, e.toString());
            empty();
            IndexWriter writer = readableWriter();
            mark(writer);
            writer.commit();
            return writer;
        }
    }

    /** A writer opens over damaged segments as well; reading them shows the damage now. */
    private IndexWriter readableWriter() throws IOException {
        IndexWriter writer = writer();
        try {
            DirectoryReader.open(writer).close();
            return writer;
        } catch (IOException | RuntimeException e) {
            writer.rollback();
            writer.getDirectory().close();
            throw e;
        }
    }

    private void mark(IndexWriter writer) {
        writer.setLiveCommitData(Map.of(GENERATION, generation).entrySet());
    }

    private IndexWriter writer() throws IOException {
        Files.createDirectories(folder);
        Directory directory =
                new NRTCachingDirectory(FSDirectory.open(folder), LARGEST_KEPT_MB, MOST_KEPT_MB);
        var merging = new TieredMergePolicy();
        merging.setForceMergeDeletesPctAllowed(0);
        var config = new IndexWriterConfig();
        config.setMergePolicy(merging);
        config.setCommitOnClose(true);
        try {
            return new IndexWriter(directory, config);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static String generationOf(IndexWriter writer) {
        var data = writer.getLiveCommitData();
        return data == null
                ? ""
                : StreamSupport.stream(data.spliterator(), false)
                        .filter(entry -> entry.getKey().equals(GENERATION))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("");
    }

    private void empty() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(IndexFolder::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
