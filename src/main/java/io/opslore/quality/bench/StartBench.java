package io.opslore.quality.bench;

import io.opslore.quality.ScratchPortal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** Second starts of a process of its own, against those of a bare portal, by turns. */
final class StartBench {

    private final List<String> portal;
    private final @Nullable List<String> bare;
    private final Consumer<String> progress;

    /**
     * @param portal the command of a portal
     * @param bare the jar of a bare one; null where there is none
     */
    StartBench(List<String> portal, @Nullable Path bare, Consumer<String> progress) {
        this(portal, bare == null ? null : JvmCommand.ofJar(bare), progress);
    }

    StartBench(List<String> portal, @Nullable List<String> bare, Consumer<String> progress) {
        this.portal = List.copyOf(portal);
        this.bare = bare;
        this.progress = progress;
    }

    List<BenchFigure> measure(int repetitions) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("opslore-start");
        try {
            return measure(repetitions, data);
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    private List<BenchFigure> measure(int repetitions, Path data)
            throws IOException, InterruptedException {
        List<FreshStart> ours = new ArrayList<>();
        List<FreshStart> theirs = new ArrayList<>();
        for (int round = 0; round <= repetitions; round++) {
            progress.accept(round == 0 ? "first start" : "start " + round);
            FreshStart our = FreshStart.of(ours(data.resolve("portal")), data.resolve("portal"));
            FreshStart their = bare == null ? null : theirs(bare, data.resolve("bare"));
            if (round > 0) {
                ours.add(our);
                if (their != null) {
                    theirs.add(their);
                }
            }
        }
        return List.of(
                figure("second start", "ms", ours, theirs, FreshStart::millis),
                figure("second start, CPU", "ms", ours, theirs, FreshStart::cpuMillis));
    }

    private List<String> ours(Path data) throws IOException {
        Files.createDirectories(data);
        List<String> command = new ArrayList<>(portal);
        // Its last word is the one that is waited for.
        command.addAll(
                ScratchPortal.settings(data, List.of("--logging.level.io.opslore.OpsLore=info")));
        command.add("--server.port=0");
        return command;
    }

    private static FreshStart theirs(List<String> bare, Path data)
            throws IOException, InterruptedException {
        Files.createDirectories(data);
        List<String> command = new ArrayList<>(bare);
        command.add("--server.port=0");
        return FreshStart.of(command, data);
    }

    private static BenchFigure figure(
            String name,
            String unit,
            List<FreshStart> ours,
            List<FreshStart> theirs,
            ToDoubleFunction<FreshStart> what) {
        double our = median(ours, what);
        return theirs.isEmpty()
                ? BenchFigure.alone(name, unit, our)
                : BenchFigure.of(
                        name + ", against a bare Boot and Vaadin", unit, our, median(theirs, what));
    }

    private static double median(List<FreshStart> starts, ToDoubleFunction<FreshStart> what) {
        return Timing.median(starts.stream().mapToDouble(what).boxed().toList());
    }
}
