package io.opslore.quality.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What the portal's process holds when nothing is garbage: the heap, and where the system tells it,
 * all that is resident, the embedding model and pages of the embedded index among it. PostgreSQL
 * and a Qdrant server are processes of their own.
 */
final class MemoryBench {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String RESIDENT = "VmRSS:";

    private final String engine;
    private final double idleHeap;
    private final OptionalDouble idleResident;

    /** From now on more is held against what is held now. */
    MemoryBench(String engine) throws IOException {
        this.engine = engine;
        idleHeap = heap();
        idleResident = resident();
    }

    List<BenchFigure> idle() {
        List<BenchFigure> figures = new ArrayList<>();
        figures.add(BenchFigure.alone("heap, idle, " + engine, "MB", idleHeap));
        idleResident.ifPresent(
                it -> figures.add(BenchFigure.alone("resident, idle, " + engine, "MB", it)));
        return figures;
    }

    List<BenchFigure> with(int chunks) throws IOException {
        String what = "with %,d chunks against idle, %s".formatted(chunks, engine);
        List<BenchFigure> figures = new ArrayList<>();
        figures.add(BenchFigure.of("heap " + what, "MB", heap(), idleHeap));
        OptionalDouble resident = resident();
        if (resident.isPresent() && idleResident.isPresent()) {
            figures.add(
                    BenchFigure.of(
                            "resident " + what,
                            "MB",
                            resident.getAsDouble(),
                            idleResident.getAsDouble()));
        }
        return figures;
    }

    private static double heap() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed() / 1e6;
    }

    /** Empty where it is told in another way, or not at all. */
    private static OptionalDouble resident() throws IOException {
        if (!Files.isReadable(STATUS)) {
            return OptionalDouble.empty();
        }
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith(RESIDENT))
                .map(line -> line.substring(RESIDENT.length()).replace("kB", "").strip())
                .mapToDouble(kilobytes -> Double.parseDouble(kilobytes) * 1024 / 1e6)
                .findFirst();
    }
}
