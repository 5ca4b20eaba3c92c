package io.opslore.ingest.cli;

import io.opslore.ingest.cli.IngestTarget.Failure;
import io.opslore.ingest.cli.IngestTarget.Progress;
import io.opslore.ingest.cli.IngestTarget.Refused;
import io.opslore.ingest.cli.IngestTarget.Sent;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sends the files of one folder, waits until they are in, and says what became of them. */
final class IngestRun {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final IngestTarget target;
    private final PrintStream out;
    private final ProgressLine line;
    private final Map<Sent, Integer> counts = new EnumMap<>(Sent.class);
    private final SortedMap<String, String> failures = new TreeMap<>();

    IngestRun(IngestTarget target, PrintStream out, boolean terminal) {
        this.target = target;
        this.out = out;
        line = new ProgressLine(out, terminal);
    }

    /** Whether every file is in. */
    boolean run(FolderFiles folder) throws IOException, InterruptedException {
        long start = System.nanoTime();
        folder.unreadable().forEach(path -> failures.put(path, "cannot be read"));
        send(folder.files());
        await();
        for (Failure failure : target.progress().failures()) {
            if (folder.files().containsKey(failure.path())) {
                failures.put(failure.path(), failure.reason());
            }
        }
        report(folder, Duration.ofNanos(System.nanoTime() - start));
        return failures.isEmpty();
    }

    private void send(SortedMap<String, Path> files) throws IOException {
        int done = 0;
        for (Map.Entry<String, Path> file : files.entrySet()) {
            try {
                counts.merge(target.send(file.getKey(), file.getValue()), 1, Integer::sum);
            } catch (Refused e) {
                failures.put(file.getKey(), String.valueOf(e.getMessage()));
            }
            line.show("Sending", ++done, files.size());
        }
        line.end();
    }

    private void await() throws IOException, InterruptedException {
        Progress progress = target.progress();
        int most = progress.pending();
        while (progress.pending() > 0) {
            most = Math.max(most, progress.pending());
            line.show("Indexing", most - progress.pending(), most);
            Thread.sleep(PAUSE);
            progress = target.progress();
        }
        if (most > 0) {
            line.show("Indexing", most, most);
            line.end();
        }
    }

    private void report(FolderFiles folder, Duration time) {
        failures.forEach((path, reason) -> out.println("Failed: " + path + ": " + reason));
        out.printf(
                "%d files in %d min %d s: %d new, %d changed, %d unchanged, %d failed%n",
                folder.files().size(),
                time.toMinutes(),
                time.toSecondsPart(),
                counts.getOrDefault(Sent.NEW, 0),
                counts.getOrDefault(Sent.CHANGED, 0),
                counts.getOrDefault(Sent.UNCHANGED, 0),
                failures.size());
    }
}
