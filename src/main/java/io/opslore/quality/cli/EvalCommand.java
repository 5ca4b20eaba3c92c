package io.opslore.quality.cli;

import io.opslore.quality.Eval;
import io.opslore.quality.JudgedFolder;
import io.opslore.quality.SetReport;
import io.opslore.quality.UnusableSet;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code opslore eval}: how well the portal finds what judges say is the answer. */
public final class EvalCommand {

    static final int DONE = 0;
    static final int FAILED = 1;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Eval eval;
    private final Keeping keeping;
    private final PrintStream out;
    private final PrintStream errors;

    EvalCommand(Eval eval, Keeping keeping, PrintStream out, PrintStream errors) {
        this.eval = eval;
        this.keeping = keeping;
        this.out = out;
        this.errors = errors;
    }

    /**
     * @param arguments what stands behind {@code eval}
     * @param data the data folder, where a running portal leaves its address
     * @param start starts a portal without a web server, with settings as on a command line
     * @return the exit code
     */
    public static int run(
            List<String> arguments,
            Path data,
            Function<List<String>, ConfigurableApplicationContext> start) {
        PrintStream out = System.out;
        // What a portal says at its start must not stand in the middle of the result.
        System.setOut(System.err);
        return new EvalCommand(new Eval(start), new Keeping(data), out, System.err).run(arguments);
    }

    int run(List<String> arguments) {
        EvalOptions options;
        try {
            options = EvalOptions.of(arguments);
        } catch (IllegalArgumentException e) {
            errors.println(e.getMessage());
            errors.print(EvalOptions.USAGE);
            return FAILED;
        }
        try {
            print(reports(options), options);
            return DONE;
        } catch (UnusableSet | IOException e) {
            errors.println(e.getMessage());
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private List<SetReport> reports(EvalOptions options) throws IOException, InterruptedException {
        List<SetReport> reports = new ArrayList<>();
        for (Path set : JudgedFolder.sets(options.folder())) {
            errors.println("Measuring " + set.getFileName());
            SetReport report = eval.measure(set);
            reports.add(report);
            if (!options.json()) {
                new EvalTable(out).print(report);
            }
            errors.println(keeping.keep(report));
        }
        return reports;
    }

    /** One set is an object, a folder of sets a list. */
    private void print(List<SetReport> reports, EvalOptions options) throws IOException {
        if (options.json()) {
            boolean one = JudgedFolder.sets(options.folder()).equals(List.of(options.folder()));
            out.println(JSON.writeValueAsString(one ? reports.getFirst() : reports));
        }
    }
}
