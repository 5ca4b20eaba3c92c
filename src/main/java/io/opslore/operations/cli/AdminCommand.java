package io.opslore.operations.cli;

import io.opslore.identity.BreakGlass;
import io.opslore.identity.BrokenGlass;
import io.opslore.identity.FirstAdmin;
import io.opslore.ingest.cli.RunningPortal;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code opslore admin reset}: a way in for whoever owns the data folder. */
public final class AdminCommand {

    /** The one-time password was printed. */
    public static final int DONE = 0;

    /** The command could not be carried out. */
    public static final int FAILED = 1;

    private static final String USAGE =
            """
            Usage: opslore admin reset [username]

            Makes the local account (admin, unless another is named) an enabled admin with a new
            one-time password, which is printed once, and switches local sign-in on. An account that
            does not exist is made. Uses the portal that runs on this data folder; where none runs,
            none is needed. It stands on the record.
            """;

    private final Path data;
    private final Supplier<ConfigurableApplicationContext> portal;
    private final PrintStream out;
    private final PrintStream errors;

    AdminCommand(
            Path data,
            Supplier<ConfigurableApplicationContext> portal,
            PrintStream out,
            PrintStream errors) {
        this.data = data;
        this.portal = portal;
        this.out = out;
        this.errors = errors;
    }

    /**
     * @param arguments what stands behind {@code admin}
     * @param data the data folder, where a running portal leaves its address
     * @param portal starts one without a web server and in maintenance, where none runs
     * @return the exit code
     */
    public static int run(
            List<String> arguments, Path data, Supplier<ConfigurableApplicationContext> portal) {
        return new AdminCommand(data, portal, System.out, System.err).run(arguments);
    }

    int run(List<String> arguments) {
        boolean isUnderstood =
                !arguments.isEmpty()
                        && arguments.getFirst().equals("reset")
                        && arguments.size() <= 2
                        && arguments.stream().noneMatch(argument -> argument.startsWith("-"));
        if (!isUnderstood) {
            errors.print(USAGE);
            return FAILED;
        }
        try {
            return show(reset(arguments.size() == 2 ? arguments.get(1) : FirstAdmin.USERNAME));
        } catch (IOException e) {
            errors.println(e.getMessage() == null ? e.toString() : e.getMessage());
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private BrokenGlass reset(String username) throws IOException, InterruptedException {
        Optional<RunningPortal> running = RunningPortal.on(data);
        if (running.isPresent()) {
            try {
                return AdminRequest.send(running.get(), username);
            } catch (ConnectException | HttpTimeoutException e) {
                // A portal that was killed leaves its file behind.
            }
        }
        return resetHere(username);
    }

    private BrokenGlass resetHere(String username) throws IOException {
        try (ConfigurableApplicationContext started = portal.get()) {
            return started.getBean(BreakGlass.class).reset(username);
        } catch (RuntimeException e) {
            // Spring has said why at length.
            throw new IOException("No portal runs, and none could be started", e);
        }
    }

    private int show(BrokenGlass outcome) {
        return switch (outcome) {
            case BrokenGlass.Broken(String username, String password) -> {
                out.println("Sign in as " + username + " with the one-time password " + password);
                out.println("It must be changed at first sign-in and is not shown again.");
                out.println("Local sign-in is on.");
                yield DONE;
            }
            case BrokenGlass.Refused() -> {
                errors.println("This account signs in at a provider. Name another one.");
                yield FAILED;
            }
        };
    }
}
