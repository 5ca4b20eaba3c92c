package io.opslore.operations.cli;

import io.opslore.audit.ChainFault;
import io.opslore.audit.ChainReport;
import io.opslore.operations.AuditTrail;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code opslore audit verify}: proves the audit log, or names each row that was tampered with. */
public final class AuditCommand {

    /** The log is as it was written. */
    public static final int WHOLE = 0;

    /** It is not; each row was named. */
    public static final int BROKEN = 1;

    /** The command could not be carried out. */
    public static final int FAILED = 2;

    private static final String USAGE =
            """
            Usage: opslore audit verify

            Walks the chain of the audit log and names every row that was changed, moved, replaced,
            removed or added. Uses the portal that runs on this data folder; where none runs, none
            is needed. Ends with 0 if the log is whole, with 1 if it is not.
            """;

    private final PortalOrRooms portal;
    private final PrintStream out;
    private final PrintStream errors;

    AuditCommand(PortalOrRooms portal, PrintStream out, PrintStream errors) {
        this.portal = portal;
        this.out = out;
        this.errors = errors;
    }

    /**
     * @param arguments what stands behind {@code audit}
     * @param data the data folder, where a running portal leaves its address
     * @param rooms starts the portal without a web server and in maintenance, where none runs
     * @return the exit code
     */
    public static int run(
            List<String> arguments, Path data, Supplier<ConfigurableApplicationContext> rooms) {
        return new AuditCommand(new PortalOrRooms(data, rooms), System.out, System.err)
                .run(arguments);
    }

    int run(List<String> arguments) {
        if (!arguments.equals(List.of("verify"))) {
            errors.print(USAGE);
            return FAILED;
        }
        try {
            return report(
                    portal.ask(
                            "/api/audit/verify",
                            ChainReport.class,
                            (rooms, admin) ->
                                    rooms.getBean(AuditTrail.class).verify(share -> {}, admin)));
        } catch (IOException e) {
            errors.println(e.getMessage() == null ? e.toString() : e.getMessage());
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private int report(ChainReport report) {
        report.faults().forEach(fault -> out.println(told(fault)));
        if (report.faulty() > report.faults().size()) {
            out.println("… and " + (report.faulty() - report.faults().size()) + " more.");
        }
        if (report.isWhole()) {
            out.printf(
                    "The audit log is whole: %d rows. The last is row %d, hash %s%n",
                    report.rows(), report.head(), report.headHash());
            return WHOLE;
        }
        out.printf("The audit log is not as it was written: %d faults.%n", report.faulty());
        return BROKEN;
    }

    private static String told(ChainFault fault) {
        String what = fault.kind().words();
        return switch (fault.kind()) {
            case MISSING -> "rows %d to %d: %s".formatted(fault.sequence(), fault.last(), what);
            case CUT -> "row %d: %s".formatted(fault.sequence(), what);
            case MOVED -> row(fault) + what + " here, was row " + fault.wasNumber();
            case CHANGED, REPLACED, ADDED -> row(fault) + what;
        };
    }

    private static String row(ChainFault fault) {
        return "row %d, %s, %s: ".formatted(fault.sequence(), fault.at(), fault.action());
    }
}
