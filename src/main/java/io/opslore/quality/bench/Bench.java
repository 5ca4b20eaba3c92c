package io.opslore.quality.bench;

import io.opslore.quality.ScratchPortal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.context.ConfigurableApplicationContext;

/** Measures the portal beside what it is made of, in one run on one machine. */
public final class Bench {

    private final Function<List<String>, ConfigurableApplicationContext> start;
    private final Consumer<String> progress;

    /**
     * @param start starts a portal with settings as on a command line
     * @param progress hears what is being done
     */
    public Bench(
            Function<List<String>, ConfigurableApplicationContext> start,
            Consumer<String> progress) {
        this.start = start;
        this.progress = progress;
    }

    /** What can be measured. */
    public enum Part {
        START,
        INGEST,
        ANSWERS,
        SEARCH,
        MEMORY
    }

    /**
     * @param chunks at which sizes search and memory are looked at, the smallest first
     */
    public List<BenchFigure> measure(Set<Part> parts, List<Integer> chunks) throws Exception {
        List<BenchFigure> figures = new ArrayList<>();
        if (parts.contains(Part.START)) {
            figures.addAll(starts());
        }
        try (var portal = new ScratchPortal(start)) {
            if (parts.contains(Part.INGEST)) {
                progress.accept("ingest");
                figures.addAll(new IngestBench(portal).measure());
            }
            if (parts.contains(Part.ANSWERS)) {
                progress.accept("answers");
                portal.take("Answers", new MadeUpDocuments(6_000).documents(20, 240));
                figures.addAll(new AnswerBench(portal).measure());
            }
            if (parts.contains(Part.SEARCH) || parts.contains(Part.MEMORY)) {
                figures.addAll(filled(portal, parts, chunks));
            }
        }
        return figures;
    }

    private List<BenchFigure> filled(ScratchPortal portal, Set<Part> parts, List<Integer> chunks)
            throws Exception {
        List<BenchFigure> figures = new ArrayList<>();
        double idle = MemoryBench.usedMegabytes();
        var filling = new Filling(portal);
        for (int size : chunks) {
            progress.accept("filling up to " + size + " chunks, with made-up vectors");
            filling.upTo(size);
            if (parts.contains(Part.SEARCH)) {
                progress.accept("search in " + size + " chunks");
                figures.addAll(new SearchBench(portal).measure(size));
            }
            if (parts.contains(Part.MEMORY)) {
                figures.add(
                        BenchFigure.of(
                                "heap with %,d chunks, against idle".formatted(size),
                                "MB",
                                MemoryBench.usedMegabytes(),
                                idle));
            }
        }
        return figures;
    }

    /** In this process, after the first; how long a cold one takes is another matter. */
    private List<BenchFigure> starts() throws Exception {
        List<Double> millis = new ArrayList<>();
        for (int round = 0; round <= Timing.REPETITIONS; round++) {
            progress.accept("start " + round);
            long begun = System.nanoTime();
            var portal = new ScratchPortal(start);
            double took = (System.nanoTime() - begun) / 1e6;
            portal.close();
            if (round > 0) {
                millis.add(took);
            }
        }
        return List.of(
                BenchFigure.alone(
                        "start on an empty folder, in a warm process",
                        "ms",
                        Timing.median(millis)));
    }
}
