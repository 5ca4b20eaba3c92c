package io.opslore.backup.cli;

import io.opslore.audit.Actor;
import io.opslore.audit.AuditRecord.Outcome;
import io.opslore.backup.BackupEvent;
import io.opslore.backup.Passwords;
import io.opslore.backup.Progress;
import io.opslore.backup.restore.Restoration;
import io.opslore.backup.restore.RestoreOrder;
import io.opslore.backup.restore.Restored;
import io.opslore.ingest.cli.IngestCommand;
import io.opslore.library.Maintenance;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code opslore restore}: makes a backup what the portal holds. */
public final class RestoreCommand {

    /** All of it is there. */
    public static final int DONE = 0;

    /** It was refused, or did not end. */
    public static final int FAILED = 1;

    private final Rooms rooms;
    private final PrintStream out;
    private final PrintStream errors;

    RestoreCommand(Rooms rooms, PrintStream out, PrintStream errors) {
        this.rooms = rooms;
        this.out = out;
        this.errors = errors;
    }

    /**
     * @param arguments what stands behind {@code restore}
     * @param application started without a web server and in maintenance
     * @return the exit code
     */
    public static int run(List<String> arguments, Class<?> application) {
        Rooms rooms =
                (settings, order) ->
                        IngestCommand.withoutWeb(
                                application,
                                settings,
                                context -> context.registerBean(RestoreOrder.class, () -> order),
                                Maintenance.PROFILE);
        return new RestoreCommand(rooms, System.out, System.err).run(arguments);
    }

    int run(List<String> arguments) {
        RestoreOptions options;
        try {
            options = RestoreOptions.of(arguments);
        } catch (IllegalArgumentException e) {
            errors.println(e.getMessage());
            errors.print(RestoreOptions.USAGE);
            return FAILED;
        }
        try {
            report(restored(options));
            return DONE;
        } catch (IOException e) {
            errors.println(e.getMessage());
            return FAILED;
        } catch (RuntimeException e) {
            // Spring has said why at length.
            errors.println("Nothing was restored, or not all of it");
            return FAILED;
        }
    }

    private Restored restored(RestoreOptions options) throws IOException {
        try (var shown = ShownProgress.on(out, options.quiet());
                ConfigurableApplicationContext started =
                        rooms.start(options.settings(), order(options, shown))) {
            Restored restored = started.getBean(Restoration.class).restored().orElseThrow();
            started.publishEvent(event(options, restored));
            return restored;
        }
    }

    private static RestoreOrder order(RestoreOptions options, Progress shown) throws IOException {
        String passwordFile = options.passwordFile();
        return new RestoreOrder(
                options.source(),
                passwordFile == null ? null : Passwords.in(passwordFile),
                options.replace(),
                shown);
    }

    private static BackupEvent event(RestoreOptions options, Restored restored) {
        return new BackupEvent(
                "restore",
                Outcome.DONE,
                restored.about().id().toString(),
                options.source(),
                Map.of(
                        "made", restored.about().at().toString(),
                        "rows", restored.rows(),
                        "originals", restored.originals()),
                new Actor(null, "OpsLore", "command line"));
    }

    private void report(Restored restored) {
        out.printf(
                "Restored as of %s: %,d rows, %,d original files. Start the portal; the search index is rebuilt from the"
                        + " database by itself.%n",
                restored.about().at(), restored.rows(), restored.originals());
        if (restored.lacking() > 0) {
            out.printf(
                    "%d original files were missing or damaged in the store already when it was made.%n",
                    restored.lacking());
        }
        switch (restored.key()) {
            case RESTORED -> out.println("The portal's secret key is the backup's.");
            case ABSENT ->
                    out.println(
                            "The portal's secret key was not in the backup: put secret.key into the data folder, or set"
                                    + " OPSLORE_IDENTITY_SECRETKEY, before the start; else secrets of connections stay closed.");
            case OTHER ->
                    out.println(
                            "OPSLORE_IDENTITY_SECRETKEY names another key than the backup's: secrets of connections stay"
                                    + " closed until it is the same.");
        }
    }

    /** Starts the rooms on the settings, with the order among them. */
    interface Rooms {
        ConfigurableApplicationContext start(List<String> settings, RestoreOrder order);
    }
}
