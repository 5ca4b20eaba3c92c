package io.opslore.ingest.cli;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;

/** Shows how far a long task is: a bar on a terminal, now and then a line elsewhere. */
public final class ProgressLine {

    private static final int WIDTH = 30;
    private static final long BAR_EVERY = Duration.ofMillis(100).toNanos();
    private static final long LINE_EVERY = Duration.ofSeconds(5).toNanos();

    private final PrintStream out;
    private final boolean terminal;
    private long last = System.nanoTime() - LINE_EVERY;

    ProgressLine(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** As it suits whatever the standard output is. */
    public static ProgressLine on(PrintStream out) {
        Console console = System.console();
        return new ProgressLine(out, console != null && console.isTerminal());
    }

    /** May be called as often as anything changes. */
    public void show(String task, int done, int total) {
        long now = System.nanoTime();
        if (now - last < (terminal ? BAR_EVERY : LINE_EVERY) && done < total) {
            return;
        }
        last = now;
        if (terminal) {
            int full = total == 0 ? WIDTH : (int) ((long) WIDTH * done / total);
            out.printf(
                    "\r%-12s [%s%s] %d of %d ",
                    task, "#".repeat(full), ".".repeat(WIDTH - full), done, total);
        } else {
            out.printf("%s: %d of %d%n", task, done, total);
        }
        out.flush();
    }

    /** Leaves a finished bar standing. */
    public void end() {
        if (terminal) {
            out.println();
        }
        last = System.nanoTime() - LINE_EVERY;
    }
}
