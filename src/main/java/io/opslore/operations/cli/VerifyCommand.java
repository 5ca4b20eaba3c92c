package io.opslore.operations.cli;

import io.opslore.identity.Asker;
import io.opslore.operations.Verification;
import io.opslore.operations.VerificationReport;
import io.opslore.operations.api.Verified;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code opslore verify}: names, and on request repairs, what does not fit between the stores. */
public final class VerifyCommand {

    /** All stores agree, or do so after the repair. */
    public static final int CLEAN = 0;

    /** The command could not be carried out. */
    public static final int FAILED = 1;

    /** Differences are left; each was named. */
    public static final int DIFFERENT = 2;

    private final PortalOrRooms portal;
    private final PrintStream out;
    private final PrintStream errors;

    VerifyCommand(PortalOrRooms portal, PrintStream out, PrintStream errors) {
        this.portal = portal;
        this.out = out;
        this.errors = errors;
    }

    /**
     * @param arguments what stands behind {@code verify}
     * @param data the data folder, where a running portal leaves its address
     * @param rooms starts the portal without a web server and in maintenance, where none runs
     * @return the exit code
     */
    public static int run(
            List<String> arguments, Path data, Supplier<ConfigurableApplicationContext> rooms) {
        return new VerifyCommand(new PortalOrRooms(data, rooms), System.out, System.err)
                .run(arguments);
    }

    int run(List<String> arguments) {
        VerifyOptions options;
        try {
            options = VerifyOptions.of(arguments);
        } catch (IllegalArgumentException e) {
            errors.println(e.getMessage());
            errors.print(VerifyOptions.USAGE);
            return FAILED;
        }
        try {
            return report(verified(options));
        } catch (IOException e) {
            errors.println(e.getMessage() == null ? e.toString() : e.getMessage());
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private Verified verified(VerifyOptions options) throws IOException, InterruptedException {
        return portal.ask(
                options.address(), Verified.class, (rooms, admin) -> here(rooms, options, admin));
    }

    private static Verified here(
            ConfigurableApplicationContext rooms, VerifyOptions options, Asker admin)
            throws InterruptedException {
        Verification verification = rooms.getBean(Verification.class);
        VerificationReport found = verification.verify(!options.quick(), share -> {}, admin);
        boolean repairs = options.repair() && found.repairable() > 0;
        return Verified.of(found, repairs ? verification.repair(found, share -> {}, admin) : found);
    }

    private int report(Verified verified) {
        for (Verified.Found found : verified.differences()) {
            String detail = found.detail().isBlank() ? "" : " (" + found.detail() + ")";
            out.println(
                    "%s: %s%s [%s]"
                            .formatted(found.kind(), found.subject(), detail, outcome(found)));
        }
        if (verified.remaining() == 0) {
            out.println("PostgreSQL, originals and index agree.");
            return CLEAN;
        }
        out.println(verified.remaining() + " differences are left.");
        return DIFFERENT;
    }

    private static String outcome(Verified.Found found) {
        return switch (found.state()) {
            case REPAIRED -> "repaired";
            case REPAIRABLE -> "repairable with --repair";
            case LASTING -> "needs a backup or a new upload";
        };
    }
}
