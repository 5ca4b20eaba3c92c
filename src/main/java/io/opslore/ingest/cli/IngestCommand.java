package io.opslore.ingest.cli;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** {@code opslore ingest}: loads a folder into a space. */
public final class IngestCommand {

    /** All files are in. */
    public static final int DONE = 0;

    /** The command could not be carried out. */
    public static final int FAILED = 1;

    /** Some files are not in; each was named. */
    public static final int INCOMPLETE = 2;

    private static final List<String> VIEWS =
            List.of(
                    "com.vaadin.flow.spring.SpringBootAutoConfiguration",
                    "com.vaadin.flow.spring.SpringSecurityAutoConfiguration");

    private final Path data;
    private final Map<String, String> environment;
    private final Supplier<ConfigurableApplicationContext> portal;
    private final PrintStream out;
    private final PrintStream errors;

    IngestCommand(
            Path data,
            Map<String, String> environment,
            Supplier<ConfigurableApplicationContext> portal,
            PrintStream out,
            PrintStream errors) {
        this.data = data;
        this.environment = environment;
        this.portal = portal;
        this.out = out;
        this.errors = errors;
    }

    /**
     * @param arguments what stands behind {@code ingest}
     * @param data the data folder, where a running portal leaves its address
     * @param portal starts one without a web server, where none runs; see {@link #withoutWeb}
     * @return the exit code
     */
    public static int run(
            List<String> arguments, Path data, Supplier<ConfigurableApplicationContext> portal) {
        return new IngestCommand(data, System.getenv(), portal, System.out, System.err)
                .run(arguments);
    }

    /**
     * Starts all rooms of an application, but no web server and no views.
     *
     * @param profiles active in it
     */
    public static ConfigurableApplicationContext withoutWeb(
            Class<?> application, String... profiles) {
        return withoutWeb(application, List.of(), profiles);
    }

    /**
     * As above.
     *
     * @param settings as on a command line; they go before all others
     */
    public static ConfigurableApplicationContext withoutWeb(
            Class<?> application, List<String> settings, String... profiles) {
        return withoutWeb(application, settings, context -> {}, profiles);
    }

    /**
     * As above.
     *
     * @param before registers what the rooms find beside themselves
     */
    public static ConfigurableApplicationContext withoutWeb(
            Class<?> application,
            List<String> settings,
            ApplicationContextInitializer<GenericApplicationContext> before,
            String... profiles) {
        return new SpringApplicationBuilder(application)
                .initializers(before)
                .web(WebApplicationType.NONE)
                .profiles(profiles)
                // Vaadin configures itself whether there is a web server or not.
                .properties("spring.autoconfigure.exclude=" + String.join(",", VIEWS))
                .run(settings.toArray(String[]::new));
    }

    int run(List<String> arguments) {
        Options options;
        try {
            options = Options.of(arguments, environment);
        } catch (IllegalArgumentException e) {
            errors.println(e.getMessage());
            errors.print(Options.USAGE);
            return FAILED;
        }
        try (IngestTarget target = target(options)) {
            out.println("Loading " + options.folder() + " through " + target.description());
            FolderFiles files = FolderFiles.below(options.folder());
            return new IngestRun(target, out, isTerminal()).run(files) ? DONE : INCOMPLETE;
        } catch (IOException e) {
            errors.println(e.getMessage() == null ? e.toString() : e.getMessage());
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private IngestTarget target(Options options) throws IOException {
        if (options.url() != null) {
            return remote(options, options.url());
        }
        Optional<RunningPortal> running = RunningPortal.on(data);
        return running.isPresent() ? local(options, running.get()) : embedded(options);
    }

    private IngestTarget local(Options options, RunningPortal running) throws IOException {
        try {
            String token = options.token() == null ? running.token() : options.token();
            return new HttpTarget(running.url(), running.client(), token, options.space());
        } catch (ConnectException | HttpTimeoutException e) {
            // A portal that was killed leaves its file behind.
            return embedded(options);
        }
    }

    private IngestTarget embedded(Options options) throws IOException {
        ConfigurableApplicationContext started;
        try {
            started = portal.get();
        } catch (RuntimeException e) {
            // Spring has said why at length.
            throw new IOException("No portal runs, and none could be started", e);
        }
        return new EmbeddedTarget(started, options.space());
    }

    private static IngestTarget remote(Options options, URI url) throws IOException {
        if (options.token() == null) {
            throw new IOException("A token is needed for " + url + ": --token or OPSLORE_TOKEN");
        }
        try {
            return new HttpTarget(url, options.token(), options.space());
        } catch (ConnectException | HttpTimeoutException e) {
            throw new IOException("No portal answers at " + url, e);
        }
    }

    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
