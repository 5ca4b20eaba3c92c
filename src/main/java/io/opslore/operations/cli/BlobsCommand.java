package io.opslore.operations.cli;

import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.ingest.cli.ProgressLine;
import io.opslore.library.BlobMoving;
import io.opslore.replicas.Portals;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code opslore blobs move}: brings all original files to the other store. */
public final class BlobsCommand {

    /** All are there. */
    public static final int DONE = 0;

    /** The command could not be carried out, or not to its end; begun again, it goes on. */
    public static final int FAILED = 1;

    /** Some were damaged before; each was named, all others are there. */
    public static final int DAMAGED = 2;

    private final Supplier<ConfigurableApplicationContext> rooms;
    private final PrintStream out;
    private final PrintStream errors;

    BlobsCommand(
            Supplier<ConfigurableApplicationContext> rooms, PrintStream out, PrintStream errors) {
        this.rooms = rooms;
        this.out = out;
        this.errors = errors;
    }

    /**
     * @param arguments what stands behind {@code blobs}
     * @param rooms starts the portal without a web server and in maintenance
     * @return the exit code
     */
    public static int run(List<String> arguments, Supplier<ConfigurableApplicationContext> rooms) {
        return new BlobsCommand(rooms, System.out, System.err).run(arguments);
    }

    int run(List<String> arguments) {
        BlobsOptions options;
        try {
            options = BlobsOptions.of(arguments);
        } catch (IllegalArgumentException e) {
            errors.println(e.getMessage());
            errors.print(BlobsOptions.USAGE);
            return FAILED;
        }
        // A portal that runs holds the data folder, and the start says so.
        try (ConfigurableApplicationContext started = rooms.get()) {
            return carryOut(options, started);
        } catch (IOException | RuntimeException e) {
            errors.println(e.getMessage() == null ? e.toString() : e.getMessage());
            return FAILED;
        }
    }

    private int carryOut(BlobsOptions options, ConfigurableApplicationContext started)
            throws IOException {
        if (!started.getBean(Portals.class).others().isEmpty()) {
            errors.println("A portal works on this database; stop it first.");
            return FAILED;
        }
        BlobMoving moving = started.getBean(BlobMoving.class);
        Asker admin = started.getBean(Accounts.class).firstAdmin().orElseThrow();
        BlobMoving.Plan plan = moving.plan(options.to(), admin);
        out.printf(
                "%d original files, %d bytes; %d are to be sent to %s%n",
                plan.blobs(), plan.bytes(), plan.toSend(), moving.place(options.to()));
        return options.dryRun() ? DONE : move(options, moving, admin);
    }

    private int move(BlobsOptions options, BlobMoving moving, Asker admin) throws IOException {
        var line = ProgressLine.on(out);
        BlobMoving.Moved moved =
                moving.move(
                        options.to(),
                        options.deleteSource(),
                        (done, total) -> line.show("Moving", done, total),
                        admin);
        line.end();
        moved.damaged().forEach(sha256 -> out.println("Damaged, not sent: " + sha256));
        out.printf(
                "%d sent, %d were there; all read and found whole. %d deleted from the old store.%n",
                moved.sent(), moved.there(), moved.deleted());
        return moved.damaged().isEmpty() ? DONE : DAMAGED;
    }
}
