package io.opslore.backup.cli;

import io.opslore.backup.Progress;
import java.io.Console;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** One line of a terminal that says how far it is, and is gone at the end. Thread-safe. */
final class ShownProgress implements Progress, AutoCloseable {

    private static final String FRESH_LINE = "\r\033[K";
    private static final double MEGABYTE = 1 << 20;

    private final @Nullable PrintStream terminal;
    private boolean over;

    /**
     * @param terminal null to show nothing
     */
    ShownProgress(@Nullable PrintStream terminal) {
        this.terminal = terminal;
    }

    /** Shows nothing where the standard output is no terminal, or somebody wants it quiet. */
    static ShownProgress on(PrintStream out, boolean quiet) {
        Console console = System.console();
        boolean shown = !quiet && console != null && console.isTerminal();
        return new ShownProgress(shown ? out : null);
    }

    boolean isShown() {
        return terminal != null;
    }

    @Override
    public synchronized void at(Step step) {
        if (terminal != null && !over) {
            terminal.print(FRESH_LINE + text(step));
            terminal.flush();
        }
    }

    @Override
    public synchronized void close() {
        if (terminal != null) {
            terminal.print(FRESH_LINE);
            terminal.flush();
        }
        over = true;
    }

    private static String text(Step step) {
        String what =
                switch (step.stage()) {
                    case ROWS -> "Database: table ";
                    case ORIGINALS -> "Original file ";
                    case CHECKING -> "Read it: file ";
                };
        String number = "%,d".formatted(step.done() + 1);
        String total = step.total() > 0 ? " of %,d".formatted(step.total()) : "";
        return "%s%s%s, %,.1f MB".formatted(what, number, total, step.bytes() / MEGABYTE);
    }
}
