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

    private static final int DONE = 0;
    private static final int FAILED = 1;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private BenchCommand() {}

    /**
     * @param arguments what stands behind {@code bench}
     * @param start starts a portal without a web server, with settings as on a command line
     * @return the exit code
     */
    public static int run(
            List<String> arguments, Function<List<String>, ConfigurableApplicationContext> start) {
        PrintStream out = System.out;
        // What a portal says at its start must not stand in the middle of the result.
        System.setOut(System.err);
        try {
            BenchOptions options = BenchOptions.of(arguments);
            var bench = new Bench(start, step -> System.err.println("Measuring: " + step));
            print(bench.measure(options.parts(), options.chunks()), options.json(), out);
            return DONE;
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(BenchOptions.USAGE);
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        } catch (Exception e) {
            System.err.println("Could not be measured: " + e);
            return FAILED;
        }
    }

    private static void print(List<BenchFigure> figures, boolean json, PrintStream out) {
        if (json) {
            out.println(JSON.writeValueAsString(figures));
            return;
        }
        out.printf("%-52s%12s%12s%8s%n", "", "portal", "baseline", "ratio");
        for (BenchFigure figure : figures) {
            out.printf(
                    Locale.ROOT,
                    "%-52s%12.1f%12s%8s  %s%n",
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
