package io.opslore.retrieval.lucene;

import io.opslore.retrieval.engine.GenerationId;
import io.opslore.retrieval.engine.KnowledgeIndex;
import io.opslore.retrieval.engine.KnowledgeIndexes;
import io.opslore.retrieval.text.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One folder for each generation, named by its number. */
public final class LuceneKnowledgeIndexes implements KnowledgeIndexes {

    private static final Logger log = LoggerFactory.getLogger(LuceneKnowledgeIndexes.class);
    private static final String NUMBER = "[0-9]{1,9}";

    private final Path folder;
    private final Words words;
    private final Duration commitEvery;

    /**
     * @param commitEvery how long a change may wait to become durable
     */
    public LuceneKnowledgeIndexes(Path folder, Words words, Duration commitEvery) {
        this.folder = folder;
        this.words = words;
        this.commitEvery = commitEvery;
        entries().stream().filter(Files::isRegularFile).forEach(this::deleteOldLayout);
    }

    @Override
    public KnowledgeIndex open(GenerationId generation, String model, int dimensions) {
        return new LuceneKnowledgeIndex(of(generation), model, words, commitEvery);
    }

    @Override
    public void drop(GenerationId generation) {
        try {
            if (Files.exists(of(generation))) {
                Files.walkFileTree(of(generation), new Deletion());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Set<GenerationId> stored() {
        return entries().stream()
                .filter(Files::isDirectory)
                .map(entry -> entry.getFileName().toString())
                .filter(name -> name.matches(NUMBER))
                .map(name -> new GenerationId(Integer.parseInt(name)))
                .collect(Collectors.toSet());
    }

    @Override
    public long size(GenerationId generation) {
        var sum = new AtomicLong();
        try {
            if (Files.exists(of(generation))) {
                Files.walkFileTree(of(generation), new Sum(sum));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sum.get();
    }

    private Path of(GenerationId generation) {
        return folder.resolve(Integer.toString(generation.value()));
    }

    private List<Path> entries() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Before there were generations, the only index lay in the folder itself. */
    private void deleteOldLayout(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("The old index file {} could not be deleted: {}", file, e.toString());
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException fault)
                throws IOException {
            if (fault != null) {
                throw fault;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
        }
    }

    /** Files come and go while it counts. */
    private static final class Sum extends SimpleFileVisitor<Path> {

        private final AtomicLong sum;

        private Sum(AtomicLong sum) {
            this.sum = sum;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            sum.addAndGet(attributes.size());
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
        }
    }
}
