package io.opslore.quality.cli;

import io.opslore.quality.bench.Bench;
import io.opslore.quality.bench.BenchFigure;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code opslore bench}: how fast the portal is beside what it is made of. */
public final class BenchCommand {

    static final int DONE = 0;
    static final int FAILED = 1;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Function<List<String>, ConfigurableApplicationContext> start;
    private final Class<?> application;
    private final PrintStream out;
    private final PrintStream errors;

    BenchCommand(
            Function<List<String>, ConfigurableApplicationContext> start,
            Class<?> application,
            PrintStream out,
            PrintStream errors) {
        this.start = start;
        this.application = application;
        this.out = out;
        this.errors = errors;
    }

    /**
     * @param arguments what stands behind {@code bench}
     * @param application whose main method starts a portal
     * @param start starts a portal without a web server, with settings as on a command line
     * @return the exit code
     */
    public static int run(
            List<String> arguments,
            Class<?> application,
            Function<List<String>, ConfigurableApplicationContext> start) {
        PrintStream out = System.out;
        // What a portal says at its start must not stand in the middle of the result.
        System.setOut(System.err);
        return new BenchCommand(start, application, out, System.err).run(arguments);
    }

    int run(List<String> arguments) {
        BenchOptions options;
        try {
            options = BenchOptions.of(arguments);
        } catch (IllegalArgumentException e) {
            errors.println(e.getMessage());
            errors.print(BenchOptions.USAGE);
            return FAILED;
        }
        var bench = new Bench(start, application, step -> errors.println("Measuring: " + step));
        try {
            print(bench.measure(options.plan()), options.json());
            return DONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        } catch (Exception e) {
            errors.println("Could not be measured:");
            e.printStackTrace(errors);
            return FAILED;
        }
    }

    private void print(List<BenchFigure> figures, boolean json) {
        if (json) {
            out.println(JSON.writeValueAsString(figures));
            return;
        }
        out.printf("%-76s%12s%12s%8s%n", "", "portal", "baseline", "ratio");
        for (BenchFigure figure : figures) {
            out.printf(
                    Locale.ROOT,
                    "%-76s%12.1f%12s%8s  %s%n",
                    figure.name(),
                    figure.value(),
                    said("%.1f", figure.baseline()),
                    said("%.2f", figure.ratio()),
                    figure.unit());
        }
    }

    private static String said(String format, @Nullable Double value) {
        return value == null ? "" : String.format(Locale.ROOT, format, value);
    }
}
