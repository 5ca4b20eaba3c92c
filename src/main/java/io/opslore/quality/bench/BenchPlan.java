package io.opslore.quality.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be measured.
 *
 * @param chunks at which sizes search and memory are looked at, the smallest first
 * @param engines in which search and memory are looked at; empty for all that are there
 * @param bare the jar of a bare portal whose start is the baseline; null where there is none
 * @param repetitions how often everything is done after a first time, which only warms up
 */
public record BenchPlan(
        Set<Part> parts,
        List<Integer> chunks,
        Set<Engine> engines,
        @Nullable Path bare,
        int repetitions) {

    /** So often everything is done where nobody says otherwise. */
    public static final int USUAL = 5;

    public BenchPlan {
        parts = Set.copyOf(parts);
        chunks = chunks.stream().sorted().toList();
        engines = Set.copyOf(engines);
    }

    /** What can be measured. */
    public enum Part {
        START,
        INGEST,
        FIRST_WORD,
        ANSWERS,
        SEARCH,
        MEMORY
    }

    /** What may hold the index. */
    public enum Engine {
        LUCENE,
        QDRANT
    }

    boolean has(Part part) {
        return parts.contains(part);
    }
}
