package io.opslore.backup.cli;

import io.opslore.backup.BackupFailed;
import io.opslore.backup.Backups;
import io.opslore.backup.Made;
import io.opslore.backup.Progress;
import io.opslore.backup.Verdict;
import io.opslore.identity.Asker;
import io.opslore.operations.cli.PortalOrRooms;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code opslore backup}: makes or verifies a backup. */
public final class BackupCommand {

    /** It was made, or can be restored. */
    public static final int DONE = 0;

    /** The command could not be carried out. */
    public static final int FAILED = 1;

    /** What was verified cannot be restored; what is wrong was named. */
    public static final int DAMAGED = 2;

    private final PortalOrRooms portal;
    private final PrintStream out;
    private final PrintStream errors;

    BackupCommand(PortalOrRooms portal, PrintStream out, PrintStream errors) {
        this.portal = portal;
        this.out = out;
        this.errors = errors;
    }

    /**
     * @param arguments what stands behind {@code backup}
     * @param data the data folder, where a running portal leaves its address
     * @param rooms starts the portal without a web server and in maintenance, where none runs
     * @return the exit code
     */
    public static int run(
            List<String> arguments, Path data, Supplier<ConfigurableApplicationContext> rooms) {
        return new BackupCommand(new PortalOrRooms(data, rooms), System.out, System.err)
                .run(arguments);
    }

    int run(List<String> arguments) {
        BackupOptions options;
        try {
            options = BackupOptions.of(arguments);
        } catch (IllegalArgumentException e) {
            errors.println(e.getMessage());
            errors.print(BackupOptions.USAGE);
            return FAILED;
        }
        try {
            return options.verify() ? verify(options) : make(options);
        } catch (IOException | BackupFailed e) {
            errors.println(e.getMessage() == null ? e.toString() : e.getMessage());
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private <T> T asked(BackupOptions options, Class<T> answer, Work<T> here)
            throws IOException, InterruptedException {
        try (var shown = ShownProgress.on(out, options.quiet());
                var _ = watch(options, shown)) {
            return portal.ask(
                    options.address(),
                    answer,
                    (rooms, admin) -> here.done(rooms.getBean(Backups.class), shown, admin));
        }
    }

    private PortalOrRooms.Watch watch(BackupOptions options, ShownProgress shown)
            throws IOException {
        return shown.isShown()
                ? portal.watch(options.progressAddress(), Progress.Step.class, shown::at)
                : PortalOrRooms.Watch.NONE;
    }

    /** What is done in this process, where no portal runs. */
    private interface Work<T> {
        T done(Backups backups, Progress shown, Asker admin);
    }

    private int make(BackupOptions options) throws IOException, InterruptedException {
        Made made =
                asked(
                        options,
                        Made.class,
                        (backups, shown, admin) -> backups.make(options.request(), shown, admin));
        out.printf(
                "%s: %,d bytes, %,d rows, %,d original files%s%n",
                made.where(), made.bytes(), made.rows(), made.originals(), elsewhere(made));
        if (made.sealed()) {
            out.println("Encrypted; without the password nobody can restore it.");
        } else if (made.key()) {
            out.println(
                    "NOT ENCRYPTED, and the portal's secret key is in it: whoever reads this file opens every"
                            + " secret of the portal. Keep it where the key itself may lie.");
        } else {
            out.println(
                    "Not encrypted, so the portal's secret key is NOT in it. Keep secret.key of the data folder"
                            + " (or OPSLORE_IDENTITY_SECRETKEY) elsewhere: without it the secrets of connections and sign-in"
                            + " providers cannot be opened after a restore.");
        }
        if (made.lacking() > 0) {
            out.printf(
                    "%d original files were missing or damaged in the store; ./opslore verify names them.%n",
                    made.lacking());
        }
        return DONE;
    }

    private static String elsewhere(Made made) {
        return made.base() == null
                ? ""
                : ", %,d more in earlier backups; builds on %s"
                        .formatted(made.elsewhere(), made.base());
    }

    private int verify(BackupOptions options) throws IOException, InterruptedException {
        String target = String.valueOf(options.target());
        Verdict verdict =
                asked(
                        options,
                        Verdict.class,
                        (backups, shown, admin) ->
                                backups.verify(target, options.passwordFile(), shown, admin));
        if (!verdict.isGood()) {
            out.println("DAMAGED: " + verdict.fault());
            return DAMAGED;
        }
        out.printf(
                "%s can be restored: %,d rows were restored beside and read back the same, %,d original files are whole.%n",
                verdict.where(), verdict.rows(), verdict.originals());
        if (verdict.lacking() > 0) {
            out.printf(
                    "%d more were missing or damaged in the store already when it was made.%n",
                    verdict.lacking());
        }
        return DONE;
    }
}
